import type { Command, Option } from "./command.ts";

/** The list of commands and settings. */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  const lines = commands.map(({ name, says }) => `  ${name.padEnd(width)}${says}`);
  return `Offstone: a newsroom in one process.

Usage: offstone COMMAND [--help] [--json]

${lines.join("\n")}

Settings, from the environment:
  OFFSTONE_DATA   folder of the newsroom (./data)
  PORT, HOST      where it listens (4000, 127.0.0.1)
  OFFSTONE_URL    its public address (where it listens)
  DATABASE_URL    postgres://… (absent: the embedded database in the folder)
`;
}

/** How one command is used. */
export function commandHelp({ name, says, usage, options }: Command): string {
  const all: Readonly<Record<string, Option>> = {
    ...options,
    json: { says: "answer as JSON on standard output" },
    help: { says: "this page" },
  };
  const spelt = Object.entries(all).map(([option, each]): [string, string] => [
    each.value !== undefined ? `--${option} ${each.value}` : `--${option}`,
    each.says,
  ]);
  const width = Math.max(...spelt.map(([option]) => option.length)) + 2;
  return `${says}

Usage: ${`offstone ${name} ${usage}`.trim()}

${spelt.map(([option, meaning]) => `  ${option.padEnd(width)}${meaning}`).join("\n")}
`;
}
