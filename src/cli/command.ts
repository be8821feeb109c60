import type { Newsroom } from "../server/newsroom.ts";
import type { Settings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

/** An option of a command: `value` names what is to be given after it; without one it is a switch. */
export type Option = { readonly says: string; readonly value?: string };

/** What was given: words in order, options by name. */
export type Given = {
  readonly words: readonly string[];
  text(option: string): string | undefined;
  has(option: string): boolean;
  readonly terminal: Terminal;
};

/** What the process exits with: 0 done, 1 failed or refused, 2 taken in but not published. */
export type Exit = 0 | 1 | 2;

type Facts = {
  readonly name: string;
  /** One line for the list of commands. */
  readonly says: string;
  /** What follows the name: "FILE|URL|- [--partner NAME]". */
  readonly usage: string;
  readonly options: Readonly<Record<string, Option>>;
};

/**
 * One file in `commands/`. `in: "newsroom"`: carried out by the running newsroom where there is one, else by a newsroom
 * opened for it. `in: "shell"`: always here.
 */
export type Command = Facts &
  (
    | { readonly in: "newsroom"; run(given: Given, newsroom: Newsroom): Promise<Exit> }
    | { readonly in: "shell"; run(given: Given, settings: Settings): Promise<Exit> }
  );
