import { creditLineOf } from "../../story/agreement-presets.ts";
import type { Room } from "../chrome.ts";
import { joined, markup, type Piece } from "../markup.ts";
import type { StoryView } from "../story-view.ts";
import { fullTime } from "../when.ts";
import { correctionId } from "./corrections.ts";
import { isolated, namesOf } from "./names.ts";
import { sourceLink } from "./source-link.ts";
import { tally } from "./tally.ts";
import { tonguesOf } from "./tongues.ts";
import { sentBy } from "./sent-by.ts";

/**
 * "How this story reached you" (FEATURES.md 3.7): who reported, who edited, where it was first, which version this
 * is, what we changed, when it was last held against its source, under which terms, and what was corrected.
 */
export function sourcePanel(view: StoryView, room: Room): Piece {
  const rows = [...originRows(view, room), ...termRows(view), correctionsRow(view, room)];
  const drawn = rows.map(([what, says]) => markup`<div><dt>${what}</dt><dd>${says}</dd></div>\n`);
  return markup`<section class="provenance"${tonguesOf(view, room).paper} aria-labelledby="how"><h2 id="how">How this story reached you</h2><dl>\n${drawn}</dl></section>`;
}

type Row = readonly [what: string, says: Piece];

function originRows(view: StoryView, room: Room): Row[] {
  const { story, handler, changes } = view;
  const { taken } = story;
  const rows: Row[] = [["Reported by", reporters(view, room)]];
  if (handler)
    rows.push([
      "Edited by",
      markup`<a href="/by/${handler.slug}">${isolated(handler.name)}</a>, ${room.paper.name}`,
    ]);
  if (taken === null)
    return [...rows, ["First published", markup`Here, ${fullTime(story.state.publishedAt, room.paper)}`]];
  rows.push(["First published", firstPublished(view, room)]);
  rows.push(["This version", versionOf(view)]);
  if (changes && story.form === "full")
    rows.push(["What we changed", tally(changes, `${view.address}/changes`)]);
  rows.push([
    "Last checked",
    markup`Against the source, ${fullTime(taken.checkedAt, room.paper)}. ${story.waitingVersion === null ? "No newer version then" : "A newer version waits for our editors"}`,
  ]);
  return rows;
}

function reporters({ story }: StoryView, { paper }: Room): Piece {
  const house = story.taken === null ? paper.name : isolated(story.taken.sourceName);
  if (story.copy.byline.length > 0) return markup`${namesOf(story.copy.byline)}, for ${house}`;
  return story.taken === null ? markup`${house}` : markup`Staff of ${house}; the copy names no writer`;
}

function firstPublished({ story, partner }: StoryView, { paper }: Room): Piece {
  const { taken } = story;
  if (taken === null) return markup``;
  const name = isolated(taken.sourceName);
  const where = taken.address === null ? name : sourceLink(taken.address, name);
  return markup`${where}${taken.firstPublishedAt !== null && markup`, ${fullTime(taken.firstPublishedAt, paper)}`}${sentBy(taken, partner)}`;
}

function versionOf({ story, changes }: StoryView): Piece {
  const label = story.taken?.versionLabel.trim() ?? "";
  const from =
    label === ""
      ? "Taken from the source’s copy"
      : `Taken from ${/^\d+$/.test(label) ? "version " : ""}${label}`;
  const newest = story.waitingVersion === null ? ", the newest we have" : "";
  if (story.form === "full") return markup`${from}${newest}`;
  const words = changes === null ? "" : ` of a text of ${changes.wordsOfSource} words`;
  return markup`${from}${newest}. A summary${words}: headline and standfirst only`;
}

function termRows({ partner }: StoryView): Row[] {
  if (partner === null) return [];
  const credit = creditLineOf(partner.agreement, partner.name);
  return [
    [
      "Licence",
      markup`${partner.agreement.says}${credit !== null && ` ${credit.replace(/\.?$/, ".")}`} <a href="/partner/${partner.slug}">The agreement</a>`,
    ],
  ];
}

function correctionsRow({ story }: StoryView, { paper }: Room): Row {
  const all = story.corrections.map(
    ({ at }, place) => markup`<a href="#${correctionId(place)}">${fullTime(at, paper)}</a>`,
  );
  const list = all.length === 0 ? markup`None so far` : joined(all, "; ");
  return ["Corrections", markup`${list}. <a href="/corrections">How we correct</a>`];
}
