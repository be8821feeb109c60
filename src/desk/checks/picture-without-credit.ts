import type { CopyCheck } from "../check.ts";
import { example, examplePicture } from "../example.ts";
import { shownPictures } from "../placed-pictures.ts";

// "Photo by …" in the caption names somebody; what a screenshot shows names its maker.
const creditInWords =
  /\b(?:photo(?:graph)?s?|picture|image|illustration|foto|credit|copyright|courtesy)(?: (?:by|of|from|via)\b|\s*[:/©])|©|\bCC[ -]BY|^(?:screen ?(?:shot|grab)|logo)\b/im;

/** A picture nobody is named for. Stops where it would be drawn; warns while its file is still to come. */
export const check = {
  name: "picture-without-credit",
  stops: true,
  look: ({ copy }) =>
    shownPictures(copy)
      .filter(({ use }) => use.credit.trim() === "" && !creditInWords.test(`${use.caption}\n${use.alt}`))
      .map(({ at, use }) => ({
        at: `${at}/credit`,
        says: "The picture has no credit: name who made it and who owns it.",
        stops: use.picture !== null,
      })),
  examples: {
    clean: [
      example({ mainPicture: examplePicture({ credit: "", caption: "At noon. Photo by Mara Oke" }) }),
      example({
        mainPicture: examplePicture({ credit: "", address: "https://harbour.example/flags/gb.png" }),
      }),
      example({ mainPicture: examplePicture() }),
      example({ mainPicture: examplePicture({ picture: null, credit: "" }) }),
    ],
    wrong: [
      example({ mainPicture: examplePicture({ credit: "" }) }),
      example({ body: [{ type: "picture", attrs: examplePicture({ credit: "" }) }] }),
    ],
  },
} satisfies CopyCheck;
