import { createHash } from "node:crypto";
import { bodyFromHtml, bodyFromTree, type BodyFromHtml } from "../../story/body-from-html.ts";
import { textOf, wordsOf } from "../../story/body-text.ts";
import { attributeOf } from "../../story/html-attribute.ts";
import { resolveAddress } from "../../story/html-address.ts";
import type { HtmlParent } from "../../story/html-tree.ts";
import { elementsIn, findElement, textWithin } from "../../story/html-walk.ts";
import { bareItem, noRights, type WireItem } from "../../story/wire-item.ts";
import { findArticle, type ArticleInPage } from "./find-article.ts";
import { readJsonLd } from "./json-ld.ts";
import { takeMainPicture, videoBlock } from "./main-picture.ts";
import { firstFacts, type PageFacts } from "./page-facts.ts";
import { readMarks } from "./page-marks.ts";
import { readMeta } from "./page-meta.ts";
import { headlineOf, partWords, writersOf } from "./page-words.ts";

/** A page as a wire item, or in one sentence why there is no story on it. */
export function webPageItem(
  root: HtmlParent,
  address: string | null,
): WireItem | { readonly unreadable: string } {
  const base = baseOf(root, address);
  const sources = readSources(root, base);
  const facts = firstFacts([sources.listed, sources.marks, sources.meta]);
  const article = findArticle(root);
  const headline = headlineOf({
    listed: sources.listed,
    candidates: [sources.marks.headline, article?.headline, facts.headline],
    ...titlesIn(root),
    source: facts.source,
  });
  const text = readText(article, root, base);
  const none = noStory({ headline, words: wordsOf(text.body), facts });
  if (none !== null) return { unreadable: none };
  const { mainPicture, body: withoutMain } = takeMainPicture(text.body, facts.picture, { root, base });
  const { standfirst, body } = partWords(withoutMain, {
    headline,
    printed: sources.marks.standfirst ?? "",
    listed: sources.listed.standfirst ?? sources.meta.standfirst ?? "",
  });
  const isVideo = facts.isVideo === true && facts.video !== undefined && wordsOf(body) < fewWords;
  return {
    ...factsOf(facts),
    ...identityOf(facts, { address, headline, text: textOf(body) }),
    kind: isVideo ? "video" : "text",
    headline,
    standfirst,
    byline: writersOf([sources.listed, sources.meta], sources.marks, article?.byline ?? ""),
    body:
      isVideo && facts.video ? { type: "doc", content: [videoBlock(facts.video), ...body.content] } : body,
    mainPicture,
    source: { name: facts.source ?? hostOf(facts.address ?? address), address: facts.address ?? address },
    removed: text.removed,
  };
}

const readSources = (root: HtmlParent, base: string | null) => ({
  listed: readJsonLd(scriptsIn(root), base),
  marks: readMarks(root, base),
  meta: readMeta(root, base),
});

const fewWords = 40;

function baseOf(root: HtmlParent, address: string | null): string | null {
  const element = findElement(root, "base");
  return resolveAddress(element ? attributeOf(element, "href") : null, address) ?? address;
}

function titlesIn(root: HtmlParent): { title: string; printed: string[] } {
  const title = findElement(root, "title");
  const large = elementsIn(root)
    .filter((each) => each.tagName === "h1")
    .take(5);
  return { title: title ? textWithin(title) : "", printed: large.map(textWithin).toArray() };
}

const scriptsIn = (root: HtmlParent): string[] =>
  elementsIn(root)
    .filter((each) => each.tagName === "script" && /ld\+json/i.test(attributeOf(each, "type") ?? ""))
    .take(50)
    .map((each) => each.childNodes.map((node) => ("value" in node ? node.value : "")).join(""))
    .toArray();

// Where the library finds nothing, or next to nothing, the whole page is read: better some furniture than no story.
function readText(article: ArticleInPage | null, root: HtmlParent, base: string | null): BodyFromHtml {
  const found = article ? bodyFromHtml(article.html, { base }) : null;
  if (found !== null && wordsOf(found.body) >= fewWords) return found;
  const inner =
    findElement(root, "article") ?? findElement(root, "main") ?? findElement(root, "body") ?? root;
  const whole = bodyFromTree(inner, { base });
  return found !== null && wordsOf(whole.body) < wordsOf(found.body) * 2 + fewWords ? found : whole;
}

function noStory({
  headline,
  words,
  facts,
}: {
  headline: string;
  words: number;
  facts: PageFacts;
}): string | null {
  if (barred.test(headline) && words < fewWords * 5)
    return `The page is “${headline}”, not a story: the site wants a sign-in, a check or has no such page; save the story from a browser instead.`;
  if (words >= fewWords || facts.video) return null;
  if (headline !== "" && (facts.isStory || words >= fewWords / 4)) return null;
  return "There is no story on this page: it has neither a headline with text under it nor a description of an article.";
}

const barred =
  /^(?:just a moment|attention required|access (?:to this page has been )?denied|are you (?:a )?(?:robot|human)|robot check|(?:error )?40[134]\b|page not found|not found|forbidden|sign in|log ?in|subscribe to read|verify(?:ing)? you are human)/i;

function identityOf(
  facts: PageFacts,
  { address, headline, text }: { address: string | null; headline: string; text: string },
): Pick<WireItem, "stableKey" | "versionKey" | "versionOrder"> {
  const content = hash(`${headline}\n${text}`);
  return {
    stableKey: facts.address ?? address ?? `hash:${content}`,
    versionKey: `${facts.modified ?? ""}:${content}`,
    versionOrder: facts.modified ?? null,
  };
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);

const hostOf = (address: string | null) => (address === null ? null : (URL.parse(address)?.hostname ?? null));

function factsOf(facts: PageFacts) {
  return {
    ...bareItem,
    language: languageTag(facts.language),
    section: facts.section ?? null,
    subjects: [...new Set(facts.keywords)]
      .slice(0, 30)
      .map((name) => ({ scheme: "keyword", code: name, name })),
    rights: {
      ...noRights,
      holder: facts.rightsHolder ?? "",
      notice: facts.rightsNotice ?? "",
      terms: facts.terms ?? "",
    },
    versionCreated: facts.modified ?? null,
    publishedAt: facts.published ?? null,
    notesToDesk:
      facts.isFree === false
        ? ["The page says it is not free to read: the text may be cut, and the agreement must cover it."]
        : [],
    links: facts.address ? [{ rel: "canonical", href: facts.address }] : [],
  };
}

const languageTag = (language: string | undefined) =>
  language !== undefined && /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(language)
    ? language.replaceAll("_", "-")
    : null;
