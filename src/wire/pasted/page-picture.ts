import type { PictureUse } from "../../story/picture.ts";
import { splitCaption } from "../../story/split-caption.ts";
import { endsSentence } from "./page-line.ts";

/** A printed picture line: what it shows and who must be named. Null when the line is no caption. */
export function readPictureLine(line: string): { caption: string; credit: string } | null {
  if (line.length > longestCaption) return null;
  const labelled = line.replace(
    /^(?:image caption|picture caption|bildunterschrift|caption|légende)\s?[,:]\s*/iu,
    "",
  );
  const { caption, credit } = splitCaption(labelled);
  if (labelled !== line) return { caption, credit };
  return credit !== "" && isPictureCredit(credit) ? { caption, credit } : null;
}

/** "Image source, Getty Images" on a line of its own. */
export const readCreditLine = (line: string): string | null =>
  /^(?:image source|picture source|image credit|photo credit|bildquelle|bildnachweis|bildrechte)\s?[,:]\s*(?<name>.{2,120})$/iu
    .exec(line)
    ?.groups?.["name"]?.trim() ?? null;

/** A picture whose file did not come with the text: a named placeholder until one is given. */
export const placeholder = (parts: { alt: string; caption: string; credit: string }): PictureUse => ({
  picture: null,
  address: null,
  rights: null,
  width: null,
  height: null,
  ...parts,
});

const longestCaption = 500;

// In running text "Source: …" and names in brackets are common; only words for a picture make a line a caption.
const isPictureCredit = (credit: string) =>
  !endsSentence(credit) &&
  /^(?:photo|picture|image|illustration|composite|graphic|artwork|drawing|cartoon|still|©|\(c\)|bild|foto|grafik|karikatur|imagen|immagine)|\b(?:photo|getty|reuters|afp|epa|dpa|keystone|alamy|shutterstock)\b/iu.test(
    credit,
  );
