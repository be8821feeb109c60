import type { CopyCheck } from "../check.ts";
import { example, examplePicture } from "../example.ts";
import { shownPictures } from "../placed-pictures.ts";

/** A picture nobody described for those who cannot see it. Stops where it would be drawn; warns while its file is still to come. */
export const check = {
  name: "picture-without-alt",
  stops: true,
  look: ({ copy }) =>
    shownPictures(copy)
      .filter(({ use }) => use.alt.trim() === "")
      .map(({ at, use }) => ({
        at: `${at}/alt`,
        says: "The picture has no description for those who cannot see it: say what it shows.",
        stops: use.picture !== null,
      })),
  examples: {
    clean: [
      example({ mainPicture: examplePicture() }),
      example({ mainPicture: examplePicture({ picture: null, alt: "" }) }),
    ],
    wrong: [
      example({ mainPicture: examplePicture({ alt: "" }) }),
      example({ body: [{ type: "picture", attrs: examplePicture({ alt: " " }) }] }),
    ],
  },
} satisfies CopyCheck;
