import { readDate } from "./read-date.ts";
import type { Embargo } from "../../story/embargo.ts";
import type { FeedItem } from "./feed-item.ts";

/**
 * Feeds have no common field for it: a date of embargo (PRISM) holds until then, one that cannot be read or a note
 * that says embargo holds until a person decides (CASES: fails closed). `opening` is headline and first lines.
 */
export function embargoOf(item: FeedItem, opening: string): Embargo | null {
  const written = item.dates.embargoed?.trim() ?? "";
  const until = readDate(written);
  if (until !== null) return { kind: "until", until };
  if (written !== "") return unclear(`The embargo says "${written}", which is no date.`);
  const note = item.notes.find((each) =>
    /embargo|not for (?:release|publication)|hold for release/i.test(each),
  );
  if (note !== undefined) return unclear(`The note to editors says: ${note.slice(0, 300)}`);
  const said = stated.map((pattern) => pattern.exec(opening)?.[0]).find((found) => found !== undefined);
  return said === undefined ? null : unclear(`The copy says: ${said.slice(0, 300)}`);
}

// Said about this copy: at the start of a line, in capitals or in set phrases; a story about a trade embargo is not.
const stated: readonly RegExp[] = [
  /(?:^|\n|[[(*])\s*(?:(?:strictly|media|press)\s+)?(?:under\s+)?(?:embargo(?:ed)?|sperrfrist|sous embargo)\s*(?::|[-–—]\s|until\b|till\b|bis\b|jusqu|\d)[^\n]{0,120}/iu,
  /\b(?:STRICTLY EMBARGOED|UNDER EMBARGO|EMBARGO(?:ED)?\s+(?:UNTIL|TILL|FOR))\b[^\n]{0,120}/u,
  /\bnot for (?:release|publication)(?: or broadcast)? (?:before|until)\b[^\n]{0,120}|\bhold for release\b[^\n]{0,120}/iu,
];

const unclear = (says: string): Embargo => ({ kind: "unclear", says });
