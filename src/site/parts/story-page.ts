import type { Room } from "../chrome.ts";
import { creditLineOf } from "../../story/agreement-presets.ts";
import { indexPolicy } from "../index-policy.ts";
import { markup, type Piece } from "../markup.ts";
import { tonguesOf } from "./tongues.ts";
import { readingMinutes } from "../../story/reading-time.ts";
import type { StoryView } from "../story-view.ts";
import { renderBody } from "./body.ts";
import { corrections } from "./corrections.ts";
import { credits } from "./credits.ts";
import { page } from "./document.ts";
import { newsArticle } from "./json-ld.ts";
import { openGraph } from "./open-graph.ts";
import { pictureFigure } from "./picture.ts";
import { related } from "./related.ts";
import { slot } from "./slot.ts";
import { sourceLink } from "./source-link.ts";
import { sourcePanel } from "./source-panel.ts";
import { sectionLabel, storyHead } from "./story-head.ts";
import { topics } from "./topics.ts";

/** The page of a story, in the order of LOOK.md 6.4. */
export function storyPage(view: StoryView, room: Room): string {
  const { story, section, partner } = view;
  const { copy } = story;
  const { canonical, robots } = indexPolicy(story, partner?.agreement ?? null, room.origin + view.address);
  const head = {
    title: `${copy.headline} | ${room.paper.name}`,
    says: copy.standfirst || copy.headline,
    style: "story" as const,
    canonical,
    robots,
    section,
    feeds: `/${section.slug}`,
    skip: "the story",
    extras: markup`${openGraph(view, room)}\n${newsArticle(view, room)}`,
  };
  const minutes = story.form === "full" ? readingMinutes(copy) : null;
  const content = markup`${sectionLabel(view)}
<main class="page story" id="main"${tonguesOf(view, room).story}>
${storyHead(view)}
${credits({ ...view, minutes }, room)}
${lead(view)}<div class="text">
${text(view, room)}${after(view, room)}</div>
${related(view, room)}</main>`;
  return page(head, room, content);
}

const lead = ({ story: { copy } }: StoryView) =>
  copy.mainPicture &&
  markup`${pictureFigure(copy.mainPicture, { kind: "lead", first: true, sizes: "(min-width: 76em) 57rem, (min-width: 64em) 60vw, 100vw" })}\n`;

/** The whole text, or, where only a summary was agreed, the way to the source. */
function text(view: StoryView, room: Room): Piece {
  const { story, slot: filled } = view;
  const { taken, copy, form } = story;
  const source = taken === null ? null : { name: taken.sourceName, address: taken.address };
  const before = corrections(story.corrections, "before", room);
  if (form === "summary") return markup`${before}${onward(view.partner, source)}`;
  const between = filled !== null && story.adsAllowed ? slot(filled, true) : null;
  return markup`${before}${renderBody(copy.body, { dateline: copy.dateline, between, source })}${courtesy(view)}`;
}

type Source = { readonly name: string; readonly address: string | null };

// Where the original's own address is not known, the way goes to the partner's home page.
function onward(partner: StoryView["partner"], source: Source | null): Piece | null {
  if (source === null) return null;
  const words = `Read the full story at ${source.name}`;
  const address = source.address ?? partner?.home ?? null;
  const host = address === null ? null : (URL.parse(address)?.host ?? null);
  return markup`<p class="onward">${address === null ? words : sourceLink(address, words)}${host !== null && markup`<span>${host}. We carry the headline and what it says in short.</span>`}</p>\n`;
}

/** The credit in the partner's own wording, with the way back, where the agreement asks for them. */
function courtesy({ story, partner }: StoryView): Piece | null {
  if (story.taken === null || partner === null) return null;
  const line = creditLineOf(partner.agreement, partner.name);
  if (line === null) return null;
  const { address } = story.taken;
  const linked = partner.agreement.linkBack && address !== null ? sourceLink(address, line) : markup`${line}`;
  // It stands in the text's column but may run the other way: "Source: " before an Arabic name.
  return markup`<p class="courtesy"><bdi>${linked}</bdi></p>\n`;
}

const after = (view: StoryView, room: Room): Piece =>
  markup`${corrections(view.story.corrections, "after", room)}${sourcePanel(view, room)}
${topics(view.story.copy.topics)}<p class="print-only">${room.origin}${view.address}</p>
`;
