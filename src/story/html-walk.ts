import { wordsOfText } from "./body-clean-text.ts";
import { isHidden } from "./html-attribute.ts";
import type { HtmlElement, HtmlNode, HtmlParent } from "./html-tree.ts";

export type HtmlVisitor = {
  /** "in" goes on inside, a function too and is called on the way out, "past" leaves out what is inside. */
  enter(element: HtmlElement): "in" | "past" | (() => void);
  text(value: string): void;
};

/** Visits what is inside `root` in document order, without recursion: depth costs no stack. */
export function walkHtml(root: HtmlParent, visitor: HtmlVisitor) {
  const open = [{ children: root.childNodes, at: 0, leave: nothing }];
  for (let here = open.at(-1); here !== undefined; here = open.at(-1)) {
    const node = here.children[here.at];
    here.at += 1;
    if (node === undefined) {
      open.pop();
      here.leave();
    } else if (isElement(node)) {
      const way = visitor.enter(node);
      if (way !== "past")
        open.push({ children: node.childNodes, at: 0, leave: way === "in" ? nothing : way });
    } else if (node.nodeName === "#text" && "value" in node) visitor.text(node.value);
  }
}

const nothing = () => {};

export const isElement = (node: HtmlNode): node is HtmlElement => "tagName" in node;

/** Elements inside `root` in document order, lazily; stops where the caller does. */
export function* elementsIn(root: HtmlParent): Generator<HtmlElement> {
  const waiting: HtmlNode[] = root.childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      const child = node.childNodes[at];
      if (child) waiting.push(child);
    }
  }
}

/** The first element of that name inside `root`. */
export const findElement = (root: HtmlParent, ...names: string[]): HtmlElement | undefined =>
  elementsIn(root).find((each) => names.includes(each.tagName));

/** All text inside that is seen, on one line. */
export function textWithin(root: HtmlParent): string {
  let text = "";
  const gap = () => {
    text += " ";
  };
  walkHtml(root, {
    enter(element) {
      if (unseen.has(element.tagName) || isHidden(element)) return "past";
      if (inWords.has(element.tagName)) return "in";
      gap();
      return gap;
    },
    text(value) {
      text += value;
    },
  });
  return wordsOfText(text);
}

const unseen = new Set(["script", "style", "noscript", "template", "svg", "title", "textarea", "select"]);
const inWords = new Set(
  "a b strong i em u s sub sup span font small mark code abbr cite time q bdi bdo ins del wbr".split(" "),
);
