import { parseHtmlPage } from "../../story/html-tree.ts";
import { webPageItem } from "../web-page/web-page-item.ts";
import type { WireFormat } from "../format.ts";

/** One story on one page of a site, saved or fetched: JSON-LD, meta elements and marked words first, then its text. */
export const format = {
  name: "web-page",
  recognises: ({ text, contentType }) => isPage(text, contentType),
  parse({ text, address }) {
    const page = parseHtmlPage(text, limits);
    if ("tooMuch" in page)
      return {
        unreadable: `The page is not read because it has ${page.tooMuch}; save the story alone and try again.`,
      };
    const item = webPageItem(page.root, address);
    if ("unreadable" in item) return item;
    return { items: [{ item }], feed: null, damage: null };
  },
} satisfies WireFormat;

// Far above any page of a paper; finding the story takes longer than reading the mark-up.
const limits = { characters: 12_000_000, nodes: 100_000, depth: 512, attributes: 500 };

// Judged by the first element or the doctype, for copy in XML and JSON may hold HTML anywhere inside.
function isPage(text: string, contentType: string | null): boolean {
  const start = text.slice(0, 20_000).replace(/^(?:[\s\ufeff]|<\?[^>]*>|<!--[\s\S]*?-->)+/, "");
  const doctype = /^<!doctype\s+([a-z:]+)/i.exec(start)?.[1];
  if (doctype !== undefined) return doctype.toLowerCase() === "html";
  const first = /^<([a-z][a-z0-9:-]*)(?=[\s/>])/i.exec(start)?.[1]?.toLowerCase();
  if (first !== undefined) return pageStarts.has(first);
  return (
    /^(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? "") &&
    /<(?:p|div|br|h[1-6]|body)\b/i.test(start)
  );
}

const pageStarts = new Set(
  "html head body meta title link script style base article main section header nav div p h1 h2 h3 table center font span img figure".split(
    " ",
  ),
);
