import type { Given } from "./command.ts";
import { refuse } from "./refusals.ts";

/** The one word a command needs after its name; refuses none and more than one. `name` as in its usage: "FOLDER". */
export function wordOf({ words }: Given, { command, name }: { command: string; name: string }): string {
  const [word, more] = words;
  if (word === undefined)
    throw refuse("command-misspelt", { detail: { why: `${name} is missing`, name: command } });
  if (more !== undefined)
    throw refuse("command-misspelt", { detail: { why: `${more} is one word too many`, name: command } });
  return word;
}
