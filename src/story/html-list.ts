import { attributeOf } from "./html-attribute.ts";
import type { HtmlRule } from "./html-making.ts";

/** `ul` and `ol`, nested as they come. */
export const listRule: HtmlRule = (element, { composer }) => {
  composer.openList();
  const ordered = element.tagName === "ol";
  const start = Number(/^\s*(-?\d{1,9})/.exec(attributeOf(element, "start") ?? "")?.[1] ?? 1);
  return () => {
    const content = composer.closeList();
    if (content.length > 0)
      composer.block({ type: "list", attrs: { ordered, start: ordered ? start : 1 }, content });
  };
};

/** `li`; one that stands in no list is a list of one. */
export const itemRule: HtmlRule = (_, { composer }) => {
  composer.endLine();
  const isAlone = !composer.isInList();
  if (isAlone) composer.openList();
  composer.openBlocks();
  return () => {
    composer.addItem(composer.closeBlocks());
    if (!isAlone) return;
    const content = composer.closeList();
    if (content.length > 0) composer.block({ type: "list", attrs: { ordered: false, start: 1 }, content });
  };
};
