import type { Correction } from "../../story/correction.ts";
import type { Room } from "../chrome.ts";
import { markup, type Piece } from "../markup.ts";
import { fullTime } from "../when.ts";

/** Dated admissions: those that change the sense stand before the text, the others after it. */
export function corrections(
  all: readonly Correction[],
  where: "before" | "after",
  { paper }: Pick<Room, "paper">,
): Piece {
  const here = all
    .map((each, at) => ({ ...each, id: correctionId(at) }))
    .filter(({ changesSense }) => changesSense === (where === "before"))
    .toSorted((one, other) => one.at - other.at);
  return markup`${here.map(
    ({ at, says, id }) =>
      markup`<aside class="correction" aria-labelledby="${id}"><h2 id="${id}">Correction, ${fullTime(at, paper)}</h2><p>${says}</p></aside>\n`,
  )}`;
}

/** The anchor of a story's correction by its place in the list. */
export const correctionId = (at: number): string => `correction-${at + 1}`;
