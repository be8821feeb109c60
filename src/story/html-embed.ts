import { shorten } from "../base/text.ts";
import { findProvider, providerOf } from "./embed-providers.ts";
import { resolveAddress } from "./html-address.ts";
import { attributeOf, hintsOf, numberOf, wordsOfAttribute } from "./html-attribute.ts";
import { remove, type HtmlRule, type Making } from "./html-making.ts";
import type { HtmlElement } from "./html-tree.ts";
import { elementsIn, textWithin } from "./html-walk.ts";

/** `iframe`: an address to show on request, with who stands behind it. What is in `srcdoc` is never read. */
export const iframeRule: HtmlRule = (element, making) => {
  const address = addressIn(element, making, ["src", "data-src", "data-lazy-src"]);
  const isDot = [numberOf(element, "width"), numberOf(element, "height")].some(
    (side) => side !== null && side <= 3,
  );
  if (address === null || isDot || /\b(?:googletagmanager|doubleclick|googlesyndication)\b/.test(address))
    remove(making, "embed without a usable address", attributeOf(element, "src") ?? "");
  else addEmbed(making, address, wordsOfAttribute(element, "title"));
  return "past";
};

/** `object` and `embed`: kept where a known provider stands behind them. */
export const objectRule: HtmlRule = (element, making) => {
  const address = addressIn(element, making, ["src", "data"]);
  const known = address !== null && findProvider(address) !== null;
  if (known) addEmbed(making, address, wordsOfAttribute(element, "title"));
  else if (element.tagName === "object" && !address) return "in";
  else remove(making, element.tagName, address ?? "");
  return "past";
};

/** `video` and `audio`: by the address of the file; one without is kept by its title. */
export const videoRule: HtmlRule = (element, making) => {
  const sources = [element, ...elementsIn(element).filter((each) => each.tagName === "source")];
  const address =
    sources.map((each) => addressIn(each, making, ["src", "data-src"])).find((each) => each !== null) ?? null;
  const title = wordsOfAttribute(element, "title") || wordsOfAttribute(element, "aria-label");
  const poster = resolveAddress(attributeOf(element, "poster"), making.base);
  if (address === null && title === "") remove(making, element.tagName, textWithin(element));
  else
    making.composer.block({
      type: "video",
      attrs: { title, address, provider: null, poster, seconds: null, credit: "" },
    });
  return "past";
};

/** A post quoted by its network's own mark-up (`blockquote` with a script): an embed again, its words as the title. */
export function addPost(element: HtmlElement, making: Making): boolean {
  if (!postClass.test(hintsOf(element))) return false;
  const candidates = [
    ...postAttributes.map((name) => attributeOf(element, name)),
    ...elementsIn(element)
      .filter((each) => each.tagName === "a")
      .map((each) => attributeOf(each, "href"))
      .toArray()
      .toReversed(),
  ];
  const address = candidates
    .map((each) => resolveAddress(each, making.base))
    .find((each) => each !== null && findProvider(each) !== null);
  if (!address) return false;
  addEmbed(making, address, shorten(textWithin(element), 300));
  return true;
}

const postClass =
  /\b(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|fb-video|reddit-card|reddit-embed-bq|bluesky-embed|text-post-media|mastodon-embed)\b/;
const postAttributes = ["data-instgrm-permalink", "data-text-post-permalink", "data-href", "cite"];

function addEmbed({ composer }: Making, address: string, title: string) {
  composer.block({ type: "embed", attrs: { address, provider: providerOf(address), title } });
}

const addressIn = (element: HtmlElement, { base }: Making, names: readonly string[]) =>
  names.map((name) => resolveAddress(attributeOf(element, name), base)).find((each) => each !== null) ?? null;
