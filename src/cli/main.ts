import { carryOut } from "./carry-out.ts";
import type { Exit } from "./command.ts";
import { sendCommand } from "./commands-over-line.ts";
import { commandHelp, generalHelp } from "./help.ts";
import { openForCommand } from "./open-for-command.ts";
import { reachNewsroom } from "./private-line.ts";
import { answering, loadCommand, loadCommands, readGiven } from "./run-command.ts";
import { readSettings, type Environment, type Settings } from "./settings.ts";
import { terminalOf, type Streams, type Terminal } from "./terminal.ts";

export type Shell = Streams & { readonly env: Environment; readonly folder?: string };

/** `offstone COMMAND …`: answers the exit code; everything it has to say went to the streams. */
export async function runCommandLine(argv: readonly string[], shell: Shell): Promise<Exit> {
  const terminal = terminalOf(shell, shell.folder ?? process.cwd());
  return answering(async () => runNamed(argv, terminal, shell.env), terminal, argv);
}

async function runNamed(
  [name, ...args]: readonly string[],
  terminal: Terminal,
  env: Environment,
): Promise<Exit> {
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    await terminal.say(generalHelp(await loadCommands()));
    return name === undefined ? 1 : 0;
  }
  const command = await loadCommand(name);
  const given = readGiven(command, args, terminal);
  if (given === null) {
    await terminal.say(commandHelp(command));
    return 0;
  }
  const settings = readSettings(env);
  return command.in === "shell"
    ? command.run(given, settings)
    : throughNewsroom([name, ...args], terminal, settings);
}

async function throughNewsroom(
  args: readonly string[],
  terminal: Terminal,
  settings: Settings,
): Promise<Exit> {
  const line = await reachNewsroom(settings.data);
  if (line) return sendCommand(args, terminal, line);
  const opened = await openForCommand(settings);
  if ("line" in opened) return sendCommand(args, terminal, opened.line);
  await using newsroom = opened.newsroom;
  return await carryOut(args, terminal, newsroom);
}
