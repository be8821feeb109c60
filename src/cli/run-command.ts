import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { loadFolder } from "../base/folder.ts";
import { Refusal } from "../base/refusal.ts";
import type { Command, Exit, Given } from "./command.ts";
import { refuse } from "./refusals.ts";
import { systemRefusal } from "./system-refusal.ts";
import type { Terminal } from "./terminal.ts";

const folder = join(import.meta.dirname, "commands");

export const loadCommands = async (): Promise<readonly Command[]> => loadFolder<Command>(folder, "command");

/** The command of this name; only its own file is loaded. Refuses a name there is none of. */
export async function loadCommand(name: string): Promise<Command> {
  if (!(await readdir(folder)).includes(`${name}.ts`) || name.includes("/"))
    throw refuse("command-unknown", { detail: { name } });
  const module: { command: Command } = await import(pathToFileURL(join(folder, `${name}.ts`)).href);
  return module.command;
}

/** Reads what was given to a command; null when help was asked for. Refuses what does not fit its usage. */
export function readGiven(command: Command, args: readonly string[], terminal: Terminal): Given | null {
  const { positionals, values } = parsed(command, args);
  if (values["help"] === true) return null;
  assertGiven(command, positionals, values);
  const textOf = (option: string) => values[option];
  return {
    words: positionals,
    terminal,
    has: (option) => textOf(option) !== undefined,
    text(option) {
      const value = textOf(option);
      return typeof value === "string" ? value : undefined;
    },
  };
}

/** What a command line must never do is fail without a sentence: runs `work`, says what went wrong, answers the exit code. */
export async function answering(
  work: () => Promise<Exit>,
  terminal: Terminal,
  args: readonly string[],
): Promise<Exit> {
  try {
    return await work();
  } catch (cause) {
    if (isReaderGone(cause)) return 1; // nobody is there to be told
    const { code, says } = cause instanceof Refusal ? cause : (systemRefusal(cause) ?? faultOf(cause));
    await terminal.remark(`${says}\n`);
    if (args.includes("--json")) await terminal.say(`${JSON.stringify({ refusals: [{ code, says }] })}\n`);
    return 1;
  }
}

function parsed(command: Command, args: readonly string[]) {
  const options: ParseArgsOptionsConfig = {
    help: { type: "boolean", short: "h" },
    json: { type: "boolean" },
  };
  for (const [name, { value }] of Object.entries(command.options))
    options[name] = { type: value === undefined ? "boolean" : "string" };
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    throw misspelt(command, whyMisspelt(cause));
  }
}

// The sentences of Node's parser speak to programmers.
function whyMisspelt(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : "";
  const option = /--[\w-]+/.exec(message)?.[0] ?? "an option";
  if (/argument missing|is ambiguous/.test(message)) return `${option} needs a value after it`;
  if (message.includes("does not take an argument")) return `${option} takes no value`;
  return `there is no option ${/'(-[^']*)'/.exec(message)?.[1] ?? option}`;
}

// An empty word is a variable of a script that was not filled: what it would have said is not guessed.
function assertGiven(
  command: Command,
  words: readonly string[],
  values: Readonly<Record<string, unknown>>,
): void {
  if (words.some((word) => word.trim() === "")) throw misspelt(command, "one of its words is empty");
  for (const [option, value] of Object.entries(values))
    if (typeof value === "string" && value.trim() === "") throw misspelt(command, `--${option} is empty`);
  const [extra] = words;
  if (extra !== undefined && /^(\[|$)/.test(command.usage))
    throw misspelt(command, `${extra} is one word too many`);
}

const misspelt = (command: Command, why: string) =>
  refuse("command-misspelt", { detail: { why, name: command.name } });

// `offstone export | head`: who read the answer has closed the pipe.
const isReaderGone = (cause: unknown) => cause instanceof Error && "code" in cause && cause.code === "EPIPE";

function faultOf(cause: unknown): { code: string; says: string } {
  const why = cause instanceof Error ? cause.message : String(cause);
  return {
    code: "fault",
    says: `Something failed inside Offstone (${why}); give the command again, and report this sentence if it stays.`,
  };
}
