import type { CopyCheck } from "../check.ts";
import { example } from "../example.ts";
import { isFurniture } from "../furniture.ts";
import { readingOf } from "../reading.ts";

/** Words of the page a story was printed on before, left in its text: "Advertisement", "Read more", "5 min read". */
export const check = {
  name: "page-furniture",
  stops: false,
  look: (checked) =>
    readingOf(checked)
      .lines.filter(({ at, text }) => at.startsWith("body") && text.length <= 120 && isFurniture(text))
      .map(({ at, text }) => ({
        at,
        says: `“${text.trim()}” is part of the page it came from, not of the story: take it out.`,
      })),
  examples: {
    clean: [
      example({ body: ["Advertisement spending rose by 3 per cent.", "He asked us to read more books."] }),
      example({ body: ["“Follow us,” they shouted.", "Share the road."] }),
    ],
    wrong: [
      example({ body: ["The ferry sailed.", "Advertisement", "Nobody was hurt."] }),
      example({ body: ["You did not use the site, Click here to remain logged. Timeout: 60 second"] }),
      example({ body: ["Read more »"] }),
      example({ body: ["5 min read"] }),
      example({ body: ["Share this article"] }),
    ],
  },
} satisfies CopyCheck;
