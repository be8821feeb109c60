import type { Agreement } from "./agreement.ts";
import { bodyLines } from "./body-lines.ts";
import { linksOf, picturesOf } from "./body-parts.ts";
import { wordsOf } from "./body-text.ts";
import { type Changes, changesAgainst, shareChanged } from "./changes.ts";
import { foldStyle } from "./house-style.ts";
import { lostLinks } from "./lost-links.ts";
import { lostWords } from "./lost-words.ts";
import { publishRefusal, type PublishRefusal } from "./publishing-refusals.ts";
import type { Story } from "./story.ts";
import type { WireItem } from "./wire-item.ts";

/** Light editing changes at most this part of the words; cutting for length where the agreement limits the words is free. */
const lightEditingMost = 0.1;

/** A taken story, the version it came from, and where a credit may link to when the original's address is unknown. */
type Taken = {
  readonly story: Story;
  readonly source: WireItem | null;
  readonly agreement: Agreement;
  readonly home?: string | null;
  /** The partner as we know it: whose agreement it is, also where the copy names another source. */
  readonly partnerName?: string | null;
};
type Asked = Taken & { readonly partner: string };

/** What an agreement says against publishing a story taken under it. The summary form shows no text, so nothing is asked of it. */
export function agreementRefusals(taken: Taken): PublishRefusal[] {
  const { story, agreement } = taken;
  const partner = taken.partnerName || story.taken?.sourceName || "the partner";
  if (!agreement.agreed) return [publishRefusal("not-agreed", { partner })];
  const ask = { ...taken, partner };
  return [
    ...(story.form === "full" ? [...extentRefusals(ask), ...linkRefusals(ask), ...pictureRefusals(ask)] : []),
    ...bylineRefusals(ask),
    ...editingRefusals(ask),
    ...creditRefusals(ask),
  ];
}

function extentRefusals({ story, agreement, partner }: Asked): PublishRefusal[] {
  const { extent } = agreement;
  if (extent.kind === "full") return [];
  if (extent.kind === "summary") return [publishRefusal("summary-only", { partner })];
  const words = wordsOf(story.copy.body);
  return words > extent.most ? [publishRefusal("too-many-words", { words, most: extent.most, partner })] : [];
}

function linkRefusals({ story, source, agreement, partner }: Asked): PublishRefusal[] {
  if (!agreement.keeps.links || source === null) return [];
  if (cameWithoutLinks(source)) {
    const gaps = bodyLines(source.body).flatMap(({ text }) => lostWords(text));
    const traces = gaps.length === 0 ? "" : ` (words are missing at ${gaps.map(quoted).join(", ")})`;
    return [publishRefusal("links-unknown", { partner, traces })];
  }
  const lost = lostLinks(source.body, story.copy.body);
  const links = lost.map(({ text, href }) => `${quoted(text)} to ${href}`).join(", ");
  return lost.length === 0 ? [] : [publishRefusal("links-lost", { partner, links })];
}

/** Pasted text has no links and no address where they could be looked up; a page or feed item has at least its own. */
const cameWithoutLinks = (source: WireItem) =>
  source.source.address === null && linksOf(source.body).length === 0;

function pictureRefusals({ story, agreement, partner }: Asked): PublishRefusal[] {
  if (agreement.pictures === "allowed") return [];
  const { mainPicture, body } = story.copy;
  const count = (mainPicture === null ? 0 : 1) + picturesOf(body).length;
  return count === 0 ? [] : [publishRefusal("pictures-not-allowed", { partner, count })];
}

function bylineRefusals({ story, source, agreement, partner }: Asked): PublishRefusal[] {
  if (!agreement.keeps.byline || source === null || source.byline.length === 0) return [];
  const ours = new Set(story.copy.byline.map(nameKey));
  if (ours.size === 0) return [publishRefusal("byline-missing", { partner })];
  const byline = source.byline.map(({ name }) => name).join(", ");
  const kept = source.byline.length === ours.size && source.byline.every((each) => ours.has(nameKey(each)));
  return kept ? [] : [publishRefusal("byline-changed", { partner, byline })];
}

const nameKey = ({ name }: { readonly name: string }) => foldStyle(name).toLowerCase();

function editingRefusals({ story, source, agreement, partner }: Asked): PublishRefusal[] {
  if (agreement.editing === "free" || source === null || isAsItCame(story, source)) return [];
  const changes = changesAgainst(
    source,
    story.form === "full" ? story.copy : { ...story.copy, body: source.body },
  );
  const extract = agreement.extent.kind === "words";
  if (agreement.editing === "none") {
    const what = editedParts(changes, extract);
    return what.length === 0 ? [] : [publishRefusal("copy-edited", { partner, what: what.join(" and ") })];
  }
  const share = extract ? changes.wordsAdded / Math.max(1, changes.wordsOfSource) : shareChanged(changes);
  return share > lightEditingMost
    ? [publishRefusal("edited-too-much", { partner, share: Math.round(share * 100) })]
    : [];
}

/** Copy just taken holds the very objects of its source: nothing to compare. */
const isAsItCame = ({ copy }: Story, source: WireItem) =>
  copy.body === source.body && copy.headline === source.headline && copy.standfirst === source.standfirst;

const editedParts = (changes: Changes, extract: boolean) => [
  ...(changes.headline ? ["the headline"] : []),
  ...(changes.standfirst ? ["the standfirst"] : []),
  ...(changes.wordsAdded > 0 || (!extract && changes.wordsCut > 0) ? ["the text"] : []),
];

/** Our page links to the original, else to the partner's home. A licence that keeps links, and a summary, need one of them. */
function creditRefusals({ story, agreement, partner, home = null }: Asked): PublishRefusal[] {
  if (story.taken === null) return [];
  const nameless = agreement.creditLine?.includes("{partner}") === true && story.taken.sourceName === "";
  const linkless = agreement.linkBack && (story.taken.address ?? home) === null;
  return [
    ...(nameless ? [publishRefusal("credit-missing", { partner })] : []),
    ...(linkless && (agreement.keeps.links || story.form === "summary")
      ? [publishRefusal("link-back-missing", { partner })]
      : []),
  ];
}

const quoted = (text: string) => `“${text}”`;
