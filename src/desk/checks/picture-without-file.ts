import type { CopyCheck } from "../check.ts";
import { example, examplePicture } from "../example.ts";
import { placedPictures } from "../placed-pictures.ts";

/** A picture of which only the words came: it stays a named placeholder and is not drawn. */
export const check = {
  name: "picture-without-file",
  stops: false,
  look: ({ copy }) =>
    placedPictures(copy)
      .filter(({ use }) => use.picture === null && use.address === null)
      .map(({ at, use }) => ({
        at,
        says: `The picture “${use.caption || use.alt || "without a name"}” has no file and is not shown: add the file or take the picture out.`,
      })),
  examples: {
    clean: [
      example({ mainPicture: examplePicture() }),
      example({
        mainPicture: examplePicture({ picture: null, address: "https://harbour.example/ferry.jpg" }),
      }),
      example({}),
    ],
    wrong: [
      example({ mainPicture: examplePicture({ picture: null }) }),
      example({ body: [{ type: "picture", attrs: examplePicture({ picture: null }) }] }),
    ],
  },
} satisfies CopyCheck;
