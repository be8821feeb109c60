import { linkProtocols, resolveAddress } from "./html-address.ts";
import { attributeOf } from "./html-attribute.ts";
import { remove, type HtmlRule } from "./html-making.ts";

/** `a`: kept where it leads somewhere a reader may go; else its words stand without it, and that is said. */
export const linkRule: HtmlRule = (element, making) => {
  const written = attributeOf(element, "href");
  if (written === null) return "in";
  const href = resolveAddress(written, making.base, linkProtocols);
  if (href === null) {
    if (!/^\s*(?:#|$)/.test(written)) remove(making, "link", written);
    return "in";
  }
  making.composer.mark({ type: "link", attrs: { href } });
  return making.composer.unmark;
};
