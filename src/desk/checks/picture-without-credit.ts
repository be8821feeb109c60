import type { CopyCheck } from "../check.ts";
import { example, examplePicture } from "../example.ts";
import { picturesOf } from "../pictures-of.ts";

/** A picture nobody is named for. Stops where it would be drawn; warns while its file is still to come. */
export const check = {
  name: "picture-without-credit",
  stops: true,
  look: ({ copy }) =>
    picturesOf(copy)
      .filter(({ use }) => (use.picture !== null || use.address !== null) && use.credit.trim() === "")
      .map(({ at, use }) => ({
        at: `${at}/credit`,
        says: "The picture has no credit: name who made it and who owns it.",
        stops: use.picture !== null,
      })),
  examples: {
    clean: [
      example({ mainPicture: examplePicture() }),
      example({ mainPicture: examplePicture({ picture: null, credit: "" }) }),
    ],
    wrong: [
      example({ mainPicture: examplePicture({ credit: "" }) }),
      example({ body: [{ type: "picture", attrs: examplePicture({ credit: "" }) }] }),
    ],
  },
} satisfies CopyCheck;
