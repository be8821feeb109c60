import { shorten } from "../../base/text.ts";
import { foldStyle } from "../../story/house-style.ts";
import type { WireItem } from "../../story/wire-item.ts";
import type { CopyCheck, Seen } from "../check.ts";
import { example, examplePicture, exampleSource } from "../example.ts";
import { placedPictures, type PlacedPicture } from "../placed-pictures.ts";
import { type Line, readingOf } from "../reading.ts";

/**
 * A picture's line that stands twice: in the caption itself, once more as a paragraph of the text, or (already mended
 * on the way in) twice in the copy as it came.
 */
export const check = {
  name: "doubled-caption",
  stops: false,
  look(checked) {
    const pictures = placedPictures(checked.copy).filter(({ use }) => use.caption !== "");
    const mended = mendedOnTheWay(checked.source);
    if (pictures.length === 0) return mended;
    const { lines } = readingOf(checked);
    return [
      ...mended,
      ...pictures.flatMap((picture) => [...twiceInside(picture), ...twiceInText(picture, lines)]),
    ];
  },
  examples: {
    clean: [
      example({ mainPicture: examplePicture({ caption: "" }), body: ["A white ferry leaves the harbour"] }),
      example({ mainPicture: examplePicture(), body: ["The ferry left at noon and came back at six."] }),
      example({
        mainPicture: examplePicture({ alt: "The ferry left at noon.", caption: "The ferry left at noon." }),
      }),
      example({ mainPicture: examplePicture({ caption: "Noon", alt: "" }), body: ["Noon"] }),
    ],
    wrong: [
      example({
        checked: { source: exampleSource({ removed: [{ what: "doubled caption", text: "At noon." }] }) },
      }),
      example({
        mainPicture: examplePicture({ caption: "The ferry left at noon. The ferry left at noon." }),
      }),
      example({ mainPicture: examplePicture(), body: ["The ferry left at noon.", "Nobody was hurt."] }),
      example({
        mainPicture: examplePicture(),
        body: ["The ferry left at noon. Photograph: Mara Oke", "Nobody was hurt."],
      }),
    ],
  },
} satisfies CopyCheck;

const mendedOnTheWay = (source: WireItem | null): Seen[] =>
  (source?.removed ?? [])
    .filter(({ what }) => what === "doubled caption")
    .map(({ text }) => ({
      at: "mainPicture/caption",
      says: `“${shorten(text, 60)}” stood twice in the copy, and one was left out: look whether another caption was meant.`,
    }));

function twiceInside({ at, use }: PlacedPicture): Seen[] {
  const caption = foldStyle(use.caption);
  const half = caption.slice(0, Math.floor(caption.length / 2)).trim();
  return half.length > 12 && caption === `${half} ${half}`
    ? [{ at: `${at}/caption`, says: "The caption says the same thing twice: take one out." }]
    : [];
}

function twiceInText({ use }: PlacedPicture, lines: readonly Line[]): Seen[] {
  // Where a picture has no caption of its own, the paragraph beside it is its caption.
  if (use.caption === "") return [];
  const captions = [use.caption, use.alt].map(foldStyle).filter((text) => text.split(" ").length >= 4);
  if (captions.length === 0) return [];
  return lines
    .filter(({ at, text }) => at.startsWith("body") && captions.some((caption) => isLineOf(text, caption)))
    .map(({ at }) => ({
      at,
      says: "The caption of the picture stands here once more as a paragraph: take the paragraph out.",
    }));
}

/** The caption alone, or followed by no more than a credit. */
function isLineOf(text: string, caption: string): boolean {
  if (text.length < caption.length - 8 || text.length > caption.length + 80) return false;
  const line = foldStyle(text);
  return line === caption || (line.startsWith(caption) && isCredit(line.slice(caption.length)));
}

const isCredit = (rest: string) =>
  /^[.\s]*[([]?(?:photo(?:graph)?|picture|image|foto|credit|bild|crédit)\b[^.]*[.)\]]?$/i.test(rest);
