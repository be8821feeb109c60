import { allBlocks } from "../../story/body-parts.ts";
import type { CopyCheck } from "../check.ts";
import { example } from "../example.ts";

const mayHold = new Set(["video", "quote", "note", "list"]);

/** A video of which only the title came: a named placeholder that plays nothing. */
export const check = {
  name: "video-without-file",
  stops: false,
  look: ({ copy }) =>
    copy.body.content.flatMap((block, at) =>
      (mayHold.has(block.type) ? allBlocks([block]) : []).flatMap((inner) =>
        inner.type !== "video" || inner.attrs.address !== null
          ? []
          : [
              {
                at: `body/${at}`,
                says: `The video “${inner.attrs.title}” came only as a title: add its address or take it out.`,
              },
            ],
      ),
    ),
  examples: {
    clean: [example({ body: [videoAt("https://harbour.example/ferry.mp4")] })],
    wrong: [example({ body: ["The ferry sailed.", videoAt(null)] })],
  },
} satisfies CopyCheck;

function videoAt(address: string | null) {
  const attrs = {
    title: "The ferry, explained",
    address,
    provider: null,
    poster: null,
    seconds: null,
    credit: "",
  };
  return { type: "video" as const, attrs };
}
