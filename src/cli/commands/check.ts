import type { Newsroom } from "../../server/newsroom.ts";
import { Refusal } from "../../base/refusal.ts";
import { checkCopy, type CheckedItem } from "../../server/check-copy.ts";
import type { Command, Exit, Given } from "../command.ts";
import { fetchCopy } from "../fetch-copy.ts";
import { findStory } from "../find-story.ts";
import { findingsOf } from "../publish-and-report.ts";
import { refuse } from "../refusals.ts";
import { plainLine, sayAnswer } from "../say-answer.ts";
import { wordOf } from "../word-of.ts";

export const command: Command = {
  name: "check",
  says: "Say what the checks find in a story, or in copy that is not taken in",
  usage: "STORY|FILE|URL|-",
  options: {},
  in: "newsroom",
  async run(given, newsroom) {
    const word = wordOf(given, { command: "check", name: "STORY or FILE" });
    const items = (await checkStory(word, newsroom)) ?? (await checkFile(word, given, newsroom));
    await sayAnswer(given, items.length === 1 ? items[0] : items, items.map(wordsOf).join("\n"));
    return exitOf(items);
  },
};

// What is no story may be a file: the word decides, and the file's refusal names it.
async function checkStory(word: string, newsroom: Newsroom): Promise<readonly CheckedItem[] | null> {
  try {
    const story = await findStory(word, newsroom);
    return [{ headline: story.copy.headline, ...(await findingsOf(story.id, newsroom)) }];
  } catch (cause) {
    if (cause instanceof Refusal && cause.code === "story-unknown") return null;
    throw cause;
  }
}

async function checkFile(
  word: string,
  { terminal }: Given,
  newsroom: Newsroom,
): Promise<readonly CheckedItem[]> {
  const checked = await checkCopy(await fetchCopy(word, newsroom, terminal), newsroom);
  if ("unreadable" in checked)
    throw refuse("copy-not-checked", { detail: { why: checked.unreadable.replace(/[.\s]+$/, "") } });
  return checked.items;
}

function wordsOf({ headline, findings, refusals }: CheckedItem): string {
  const quiet = findings.length === 0 && refusals.length === 0;
  return [
    plainLine(headline),
    ...(quiet ? ["  Nothing to mend."] : []),
    ...findings.map(({ says, check, at }) => `  ${plainLine(says)}  [${check} at ${at}]`),
    ...refusals.map(({ says, code }) => `  Not to be published: ${plainLine(says)}  [${code}]`),
  ].join("\n");
}

const exitOf = (items: readonly CheckedItem[]): Exit =>
  items.some(({ findings }) => findings.some(({ stops }) => stops)) ? 2 : 0;
