import { wordsOf } from "./body-text.ts";
import type { StoryCopy } from "./story.ts";

const wordsPerMinute = 200;

/** Minutes to read the body (without headline and standfirst), rounded up, never below 1. */
export const readingMinutes = ({ body }: Pick<StoryCopy, "body">): number =>
  Math.max(1, Math.ceil(wordsOf(body) / wordsPerMinute));
