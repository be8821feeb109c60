import { wordsOfText } from "./body-clean-text.ts";
import type { HtmlElement } from "./html-tree.ts";

/** The value of an attribute, null where there is none. */
export function attributeOf(element: HtmlElement, name: string): string | null {
  for (const each of element.attrs) if (each.name === name) return each.value;
  return null;
}

/** The same on one line, "" where there is none. */
export const wordsOfAttribute = (element: HtmlElement, name: string): string =>
  wordsOfText(attributeOf(element, name) ?? "");

/** Class, id and role of an element as one text for hints; never for what may be kept. */
export const hintsOf = (element: HtmlElement): string =>
  element.attrs.length === 0
    ? ""
    : `${attributeOf(element, "class") ?? ""} ${attributeOf(element, "id") ?? ""} ${attributeOf(element, "role") ?? ""}`;

/** Not shown by a browser, or shown to nobody's eyes (text for screen readers repeats what is seen). */
export function isHidden(element: HtmlElement): boolean {
  return element.attrs.some(({ name, value }) => {
    if (name === "hidden") return value !== "until-found";
    if (name === "aria-hidden") return value === "true";
    if (name === "style") return hidingStyle.test(value);
    return name === "class" && hidingClass.test(value);
  });
}

const hidingStyle =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$|!)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!))/i;
const hidingClass =
  /(?:^|\s)(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text|screen-reader-only|screenreader)(?:\s|$)/i;

/** A whole number in an attribute ("640", "640px"), null where there is none. */
export function numberOf(element: HtmlElement, name: string): number | null {
  const figures = /^\s*(\d{1,6})(?:\.\d+)?\s*(?:px)?\s*$/.exec(attributeOf(element, name) ?? "")?.[1];
  return figures === undefined ? null : Number(figures);
}
