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
  const said = stated.exec(opening)?.[0];
  return said === undefined ? null : unclear(`The copy says: ${said.slice(0, 300)}`);
}

// Said about this copy, at a start or in capitals; a story about a trade embargo says it otherwise.
const stated =
  /(?:^|\n|[[(*])\s*(?:(?:strictly|media|press)\s+)?(?:under\s+)?(?:embargo(?:ed)?|sperrfrist|sous embargo)\b\s*(?::|[-–—]|until|till|bis|jusqu|for\b|\d|$)[^\n]{0,120}|\bEMBARGO(?:ED)?\s+(?:UNTIL|TILL|FOR|:)[^\n]{0,120}|\bnot for (?:release|publication)(?: or broadcast)? (?:before|until)\b[^\n]{0,120}|\bhold for release\b[^\n]{0,120}/imu;

const unclear = (says: string): Embargo => ({ kind: "unclear", says });
