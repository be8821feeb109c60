import type { CopyCheck } from "../check.ts";
import { example } from "../example.ts";
import { readingOf } from "../reading.ts";

// Words that stand twice for good reason: "had had", "that that", "very very", French "nous nous", names of places and songs.
const rightful = new Set(
  (
    "had that is so no very far long many more much really too well way ha la na da bye blah bla tut hear there now " +
    "again please knock ping go gone never old big little half only yes wait nous vous se die das der den sie que de " +
    "di et in-in one two three four five six seven eight nine zero ten"
  ).split(" "),
);

/** The same word twice in a row. */
export const check = {
  name: "doubled-word",
  stops: false,
  look: (checked) =>
    readingOf(checked)
      .doubled.filter(({ word }) => (word.length > 1 || word === "a") && !rightful.has(word))
      // Three times in a row is meant ("help help help").
      .filter((one, index, all) => !all.some((other, at) => at !== index && isSame(one, other)))
      .map(({ at, word }) => ({ at, says: `“${word} ${word}” stands there twice: take one out.` })),
  examples: {
    clean: [
      example({ body: ["He had had enough, and that that was so surprised nobody in New York, New York."] }),
      example({ body: ["Duran Duran played. We saw it, it was good. Help help help, they cried."] }),
      example({ body: ["Run git clone —bare project project.git in the folder."] }),
    ],
    wrong: [
      example({ body: ["The ferry left the the harbour."] }),
      example({ body: ["The the ferry left."] }),
      example({ headline: "Ferry to to the islands sails" }),
    ],
  },
} satisfies CopyCheck;

const isSame = (one: { at: string; word: string }, other: { at: string; word: string }) =>
  one.at === other.at && one.word === other.word;
