import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { embedHosts } from "../../story/embed-providers.ts";
import { writeHtml, type HtmlParent } from "../../story/html-tree.ts";

/** The part of a page that is the story, as HTML, with what the library reads beside it. */
export type ArticleInPage = { readonly html: string; readonly headline: string; readonly byline: string };

/**
 * Finds the story among the furniture of a page. The page goes in as it was read by the browser's own algorithm, so
 * the library's DOM sees no mark-up that two parsers read in two ways. Null where it finds none.
 */
export function findArticle(root: HtmlParent): ArticleInPage | null {
  const found = extract(writeHtml(root));
  if (!found?.content) return null;
  return { html: found.content, headline: oneLine(found.title), byline: oneLine(found.byline) };
}

// A page the library stumbles over is read whole instead: that is what null leads to.
function extract(html: string) {
  try {
    return new Readability(parseHTML(html).document, {
      keepClasses: true,
      allowedVideoRegex: embeds,
    }).parse();
  } catch {
    return null;
  }
}

const oneLine = (text: string | null | undefined) => (text ?? "").replace(/\s+/gu, " ").trim();

const embeds = new RegExp(`//(?:${embedHosts.map((host) => host.replaceAll(".", "\\.")).join("|")})/`, "i");
