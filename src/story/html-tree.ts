import { defaultTreeAdapter, html, Parser, serialize } from "parse5";
import type { DefaultTreeAdapterMap, DefaultTreeAdapterTypes, TreeAdapter } from "parse5";

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;
type Adapter = TreeAdapter<DefaultTreeAdapterMap>;

/** How much mark-up is read as such. What has more is a fault or an attack (CASES F8, XML-30). */
export type HtmlLimits = {
  readonly characters: number;
  readonly nodes: number;
  readonly depth: number;
  readonly attributes: number;
};
export const htmlLimits: HtmlLimits = {
  characters: 12_000_000,
  nodes: 250_000,
  depth: 512,
  attributes: 500,
};

/** Mark-up as the browser's own algorithm reads it inside a `div`; or which limit it breaks, in words. */
export function parseHtml(
  text: string,
  limits: HtmlLimits = htmlLimits,
): { readonly root: HtmlParent } | { readonly tooMuch: string } {
  if (text.length > limits.characters) return { tooMuch: `more than ${limits.characters} characters` };
  const parser = Parser.getFragmentParser<DefaultTreeAdapterMap>(context, {
    treeAdapter: adapterWithin(limits),
  });
  try {
    feed(parser, withoutInlineFiles(text), limits);
    return { root: parser.getFragment() };
  } catch (fault) {
    if (fault instanceof TooMuch) return { tooMuch: fault.message };
    throw fault;
  }
}

/** A whole page, with its head, as a browser without scripts reads it. */
export function parseHtmlPage(
  text: string,
  limits: HtmlLimits = htmlLimits,
): { readonly root: HtmlParent } | { readonly tooMuch: string } {
  if (text.length > limits.characters) return { tooMuch: `more than ${limits.characters} characters` };
  const parser = new Parser<DefaultTreeAdapterMap>({
    treeAdapter: adapterWithin(limits),
    scriptingEnabled: false,
  });
  try {
    feed(parser, withoutInlineFiles(text.replace(/^\ufeff/, "")), limits);
    return { root: parser.document };
  } catch (fault) {
    if (fault instanceof TooMuch) return { tooMuch: fault.message };
    throw fault;
  }
}

/** What is inside `root` written as HTML again; well-formed, whatever it was before. */
export const writeHtml = (root: HtmlParent): string => serialize(root);

const context = defaultTreeAdapter.createElement("div", html.NS.HTML, []);

// Thrown out of the parser, which has no other way to be stopped; never leaves this file.
class TooMuch extends Error {}

// In pieces, so that one tag with 100,000 attributes (each compared with all before) is seen while it grows.
function feed(parser: Parser<DefaultTreeAdapterMap>, text: string, limits: HtmlLimits) {
  for (let at = 0; at < text.length || at === 0; at += piece) {
    const isLast = at + piece >= text.length;
    parser.tokenizer.write(text.length > piece ? text.slice(at, at + piece) : text, isLast);
    if (attributesOpen(parser.tokenizer) > limits.attributes)
      throw new TooMuch(`a tag with more than ${limits.attributes} attributes`);
  }
}
const piece = 16_384;

// The tag being read is not part of the tokenizer's public face; where it is missing the count is 0.
function attributesOpen(tokenizer: object): number {
  const token: unknown = Reflect.get(tokenizer, "currentToken");
  if (typeof token !== "object" || token === null || !("attrs" in token)) return 0;
  return Array.isArray(token.attrs) ? token.attrs.length : 0;
}

function adapterWithin(limits: HtmlLimits): Adapter {
  let nodes = 0;
  let depth = 0;
  const count = () => {
    nodes += 1;
    if (nodes > limits.nodes) throw new TooMuch(`more than ${limits.nodes} elements`);
  };
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      count();
      if (attributes.length > limits.attributes)
        throw new TooMuch(`a tag with more than ${limits.attributes} attributes`);
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    // Comments say nothing to a reader; the detached node is all the parser needs.
    appendChild(parent, child) {
      if (child.nodeName !== "#comment") defaultTreeAdapter.appendChild(parent, child);
    },
    onItemPush() {
      depth += 1;
      if (depth > limits.depth) throw new TooMuch(`elements nested deeper than ${limits.depth}`);
    },
    onItemPop() {
      depth -= 1;
    },
  };
}

// Files written into the mark-up itself (pasted pictures of megabytes) are no text and are kept nowhere.
function withoutInlineFiles(text: string): string {
  if (text.length < 50_000) return text;
  let kept = "";
  let at = 0;
  for (let mark = text.indexOf(";base64,"); mark !== -1; mark = text.indexOf(";base64,", at)) {
    kept += text.slice(at, mark + 8);
    at = mark + 8;
    while (isBase64(text.charCodeAt(at))) at += 1;
  }
  return kept + text.slice(at);
}

const isBase64 = (code: number) =>
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  (code >= 47 && code <= 57) ||
  code === 43 ||
  code === 61;
