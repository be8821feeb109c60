import { shorten } from "../../base/text.ts";
import type { WireItem } from "../../story/wire-item.ts";
import type { CopyCheck, Seen } from "../check.ts";
import { example, exampleSource } from "../example.ts";
import { isFurniture } from "../furniture.ts";
import { readingOf } from "../reading.ts";

/**
 * Words of the page a story was printed on before, left in its text ("Advertisement", "Read more", "5 min read"), and
 * what of that kind was left out on the way in, for somebody to look over.
 */
export const check = {
  name: "page-furniture",
  stops: false,
  look: (checked) => [
    ...leftOut(checked.source),
    ...readingOf(checked)
      .lines.filter(({ at, text }) => at.startsWith("body") && text.length <= 120 && isFurniture(text))
      .map(({ at, text }) => ({
        at,
        says: `“${text.trim()}” is part of the page it came from, not of the story: take it out.`,
      })),
  ],
  examples: {
    clean: [
      example({ body: ["Advertisement spending rose by 3 per cent.", "He asked us to read more books."] }),
      example({ body: ["“Follow us,” they shouted.", "Share the road."] }),
    ],
    wrong: [
      example({
        checked: { source: exampleSource({ removed: [{ what: "advertisement", text: "Anzeige" }] }) },
      }),
      example({ body: ["The ferry sailed.", "Advertisement", "Nobody was hurt."] }),
      example({ body: ["You did not use the site, Click here to remain logged. Timeout: 60 second"] }),
      example({ body: ["Read more »"] }),
      example({ body: ["5 min read"] }),
      example({ body: ["Share this article"] }),
    ],
  },
} satisfies CopyCheck;

// What a reader of the page saw; scripts, forms and the like are of no interest to a sub-editor.
const shown =
  /^(?:page furniture|advertisement|idle notice|cookie notice|newsletter|share links|related|comments|footer)$/;

function leftOut(source: WireItem | null): Seen[] {
  const texts = (source?.removed ?? []).filter(({ what, text }) => text !== "" && shown.test(what));
  if (texts.length === 0) return [];
  const words = texts.map(({ text }) => `“${shorten(text, 40)}”`).join(", ");
  return [
    {
      at: "body",
      says: `Left out as page furniture: ${words}; look whether any of it belongs to the story.`,
    },
  ];
}
