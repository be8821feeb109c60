import { textOf, textOfLine } from "../../story/body-text.ts";
import type { Block, Body } from "../../story/body.ts";
import type { Byline } from "../../story/byline.ts";
import { readByline } from "../../story/read-byline.ts";
import type { PageFacts } from "./page-facts.ts";

/** Where a headline may stand: what the page lists for machines, what its title says, what is printed large. */
export type Headlines = {
  readonly listed: PageFacts;
  readonly candidates: readonly (string | undefined)[];
  readonly title: string;
  readonly printed: readonly string[];
  readonly source: string | undefined;
};

/** The headline, without the name of the site that titles carry at their end. */
export function headlineOf({ listed, candidates, title, printed, source }: Headlines): string {
  const { headline = "", name = "" } = listed;
  // Encyclopedias list a description as the headline; the title of the page tells.
  const isName = name !== "" && title.includes(name) && !title.includes(headline);
  const found =
    [isName ? name : headline, ...candidates].find((each) => each !== undefined && each !== "") ?? "";
  if (printed.includes(found)) return found;
  const shorter = printed.find(
    (each) => each.length >= 15 && found.startsWith(each) && endsInSite(found.slice(each.length)),
  );
  return shorter ?? withoutSite(found, source);
}

const endsInSite = (rest: string) => /^\s*[|•·»–—-]\s/.test(rest);

function withoutSite(headline: string, source: string | undefined): string {
  const bare = /^(.+\S)\s+[|•·»–—:-]\s+(\S.*)$/u.exec(headline);
  if (!bare?.[1] || !bare[2]) return headline;
  const isSource = source !== undefined && bare[2].toLowerCase() === source.toLowerCase();
  return isSource || /^(?:my )?(?:web ?site|blog|home)$/i.test(bare[2]) ? bare[1] : headline;
}

/**
 * The writers, from the list the page gives to machines; from its printed byline where that names the same people,
 * for it alone has their places.
 */
export function writersOf(listed: readonly PageFacts[], printed: PageFacts, found: string): Byline[] {
  const list =
    listed.map((facts) => writersIn(facts.writers ?? [])).find((writers) => writers.length > 0) ?? [];
  const print = writersIn(printed.writers ?? (list.length === 0 && found !== "" ? [found] : []));
  const names = new Set(print.map(({ name }) => name.toLowerCase()));
  return list.every(({ name }) => names.has(name.toLowerCase())) ? print : list;
}

function writersIn(texts: readonly string[]): Byline[] {
  const writers = texts.flatMap((text) => readByline(text));
  return writers
    .filter((writer, at) => writers.findIndex(({ name }) => name === writer.name) === at)
    .slice(0, 20);
}

/** Standfirst and body, neither repeating the other nor the headline. An excerpt cut from the body is no standfirst. */
export function partWords(
  body: Body,
  { headline, printed, listed }: { headline: string; printed: string; listed: string },
): { standfirst: string; body: Body } {
  const content = withoutOpening(body.content, headline);
  const opening = wordsOf(textOf({ type: "doc", content: content.slice(0, 6) }));
  const rest = { type: "doc" as const, content };
  if (printed !== "")
    return { standfirst: printed, body: { type: "doc", content: withoutOpening(content, printed) } };
  const isExcerpt =
    listed.endsWith("…") || listed.endsWith("...") || opening.startsWith(wordsOf(listed).slice(0, 60));
  const isHeadline = wordsOf(listed) === wordsOf(headline);
  return { standfirst: isExcerpt || isHeadline ? "" : listed, body: rest };
}

// The first lines of text may say again what stands above them.
function withoutOpening(content: readonly Block[], said: string): Block[] {
  const at = content
    .slice(0, 3)
    .findIndex((block) => isLine(block) && wordsOf(textOfLine(block.content)) === wordsOf(said));
  return content.filter((_, index) => index !== at || said === "");
}

const isLine = (block: Block) => block.type === "paragraph" || block.type === "heading";

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
