import { htmlLimits, parseHtml, type HtmlParent } from "./html-tree.ts";
import { walkHtml } from "./html-walk.ts";

/**
 * The text of mark-up that is too much to be read as such: tags left out in one pass, a new paragraph at each
 * block. Linear in its length whatever the mark-up is (CASES F8, XML-30); nothing in it is trusted.
 */
export function plainTextOf(html: string): string[] {
  const paragraphs: string[] = [];
  let words = "";
  for (let at = 0; at < html.length;) {
    const tag = html.indexOf("<", at);
    words += html.slice(at, tag === -1 ? html.length : tag);
    if (tag === -1) break;
    const name = /[/]?[a-z][a-z0-9]{0,10}|!--/iy;
    name.lastIndex = tag + 1;
    const found = name.exec(html)?.[0].toLowerCase() ?? "";
    if (found === "") words += "<";
    if (blocks.has(found.replace("/", ""))) {
      paragraphs.push(words);
      words = "";
    }
    at = found === "" ? tag + 1 : endOf(html, tag, found);
  }
  paragraphs.push(words);
  return decoded(paragraphs.map((each) => each.replace(/\s+/gu, " ").trim()).filter((each) => each !== ""));
}

const blocks = new Set(
  "p div br h1 h2 h3 h4 h5 h6 li ul ol table tr td th blockquote section article pre hr figure figcaption aside".split(
    " ",
  ),
);
const dropped =
  /^(?:script|style|xmp|plaintext|noembed|noframes|noscript|iframe|textarea|title|template|svg|math|select|object)$/;

// The end of a tag; of a dropped element, the end of its closing tag; of a comment, its end. Cut mark-up ends all.
function endOf(html: string, tag: number, name: string): number {
  if (name === "!--") return after(html, "-->", tag);
  const close = after(html, ">", tag);
  if (!dropped.test(name) || close >= html.length) return close;
  const end = html.indexOf(`</${name}`, close);
  return end === -1 ? html.length : after(html, ">", end);
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at === -1 ? html.length : at + mark.length;
}

// Character references as the parser reads them: with no "<" left there is only text for it to see.
function decoded(paragraphs: readonly string[]): string[] {
  const text = paragraphs.join("\n").replaceAll("<", "&lt;");
  if (!text.includes("&")) return [...paragraphs];
  const parsed = parseHtml(text, { ...htmlLimits, characters: Infinity });
  return "root" in parsed
    ? allText(parsed.root)
        .split("\n")
        .filter((each) => each.trim() !== "")
    : [...paragraphs];
}

const allText = (root: HtmlParent) => {
  let text = "";
  walkHtml(root, {
    enter: () => "in",
    text(value) {
      text += value;
    },
  });
  return text;
};
