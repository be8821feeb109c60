import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { body } from "../../src/story/body.ts";
import { format } from "../../src/wire/formats/guardian.ts";
import { corpora } from "./corpora.ts";

const root = join(corpora, "guardian-capi");

/** What became of one answer: how many stories were taken, or the sentence that says why none. */
export type GuardianVerdict = {
  readonly file: string;
  readonly stories: number;
  readonly says: string;
  readonly right: boolean;
};

/** Every answer of the corpus is either stories with a key, a headline and a legal body, or one clear sentence. */
export function judgeGuardianCorpus(): readonly GuardianVerdict[] {
  const files = globSync("**/*.json", { cwd: root }).toSorted();
  return files.map((file): GuardianVerdict => {
    const copy = { text: readFileSync(join(root, file), "utf8"), contentType: null, address: null };
    if (!format.recognises(copy)) return { file, stories: 0, says: "not recognised", right: false };
    const parsed = format.parse(copy);
    if ("unreadable" in parsed)
      return { file, stories: 0, says: parsed.unreadable, right: /^\p{Lu}.*\.$/u.test(parsed.unreadable) };
    const whole = parsed.items.every(
      (each) =>
        "item" in each &&
        each.item.stableKey !== "" &&
        each.item.headline !== "" &&
        body.safeParse(each.item.body).success,
    );
    return { file, stories: parsed.items.length, says: "", right: whole };
  });
}
