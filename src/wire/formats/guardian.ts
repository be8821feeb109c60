import type { CopyText, Parsed, ParsedItem, WireFormat } from "../format.ts";
import { readAnswer } from "../guardian/guardian-answer.ts";
import { guardianContent } from "../guardian/guardian-content.ts";
import { wireItemOfGuardian } from "../guardian/wire-item-of-guardian.ts";
import { isJson, isRecord, readJsonCopy } from "../json-copy.ts";

/** The Guardian's content API: one story, an answer with one, or the results of a search. */
export const format: WireFormat = { name: "guardian", recognises, parse };

function recognises({ text }: CopyText): boolean {
  if (!isJson(text) || !marks.test(text)) return false;
  const json = readJsonCopy(text);
  return json.became === "json"
    ? readAnswer(json.value) !== null
    : json.became === "broken" && isGuardian.test(text);
}

// A cheap look before the text is read as JSON.
const marks = /"(?:response|webTitle|updatedEmail)"\s*:/;
const isGuardian = /"webTitle"\s*:[\s\S]*guardian/i;

function parse({ text }: CopyText): Parsed {
  const json = readJsonCopy(text);
  if (json.became !== "json")
    return { unreadable: "The Guardian's answer is not valid JSON; it may have been cut. Fetch it again." };
  const answer = readAnswer(json.value);
  if (answer === null) return { unreadable: "This JSON is not an answer of the Guardian's content API." };
  if ("no" in answer) return { unreadable: answer.no };
  return { items: answer.stories.map(parseStory), feed: null, damage: null };
}

function parseStory(raw: unknown, at: number): ParsedItem {
  const content = guardianContent.safeParse(raw);
  return content.success && isRecord(raw)
    ? { item: wireItemOfGuardian(content.data, raw) }
    : { refused: "The story has no id.", at: `result ${at + 1}` };
}
