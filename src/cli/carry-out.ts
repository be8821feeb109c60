import type { Newsroom } from "../server/newsroom.ts";
import type { Command, Exit } from "./command.ts";
import { answering, loadCommand, readGiven } from "./run-command.ts";
import type { Terminal } from "./terminal.ts";

/** A command, carried out by this newsroom: the same code whether it came from the shell itself or over the private line. */
export async function carryOut(
  args: readonly string[],
  terminal: Terminal,
  newsroom: Newsroom,
): Promise<Exit> {
  const [name = "", ...rest] = args;
  return answering(async () => runIn(await loadCommand(name), rest, { terminal, newsroom }), terminal, args);
}

async function runIn(
  command: Command,
  args: readonly string[],
  { terminal, newsroom }: { terminal: Terminal; newsroom: Newsroom },
): Promise<Exit> {
  const given = readGiven(command, args, terminal);
  if (given === null || command.in === "shell") throw new Error(`${command.name} is not for the newsroom.`);
  return command.run(given, newsroom);
}
