import type { Socket } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";
import { Refusal } from "../base/refusal.ts";
import type { Exit } from "./command.ts";
import { readFrames, sendFrame } from "./frames.ts";
import { refuse } from "./refusals.ts";
import type { Terminal } from "./terminal.ts";

const order = z.object({ args: z.array(z.string()), folder: z.string(), isWatched: z.boolean() });
const wish = z.object({ path: z.string(), most: z.number() });
const no = z.object({ code: z.string(), status: z.number(), says: z.string() });
const exit = z.union([z.literal(0), z.literal(1), z.literal(2)]);

/** The shell's side: has the running newsroom carry out a command, lending it this terminal. */
export async function sendCommand(args: readonly string[], terminal: Terminal, line: Socket): Promise<Exit> {
  line.on("error", () => {}); // a cut line ends the frames; that is answered below
  const { isWatched } = terminal;
  using _ = { [Symbol.dispose]: () => line.destroy() }; // also when this terminal cannot be written to any more
  await sendFrame(line, "c", JSON.stringify({ args, folder: terminal.place("."), isWatched }));
  for await (const { letter, payload } of readFrames(line)) {
    if (letter === "o") await terminal.say(payload.toString());
    if (letter === "e") await terminal.remark(payload.toString());
    if (letter === "r") await lend(terminal, line, wish.parse(JSON.parse(payload.toString())));
    if (letter === "q") return exit.parse(JSON.parse(payload.toString()));
  }
  throw refuse("newsroom-gone");
}

async function lend(terminal: Terminal, line: Socket, { path, most }: z.infer<typeof wish>): Promise<void> {
  try {
    await sendFrame(line, "f", await terminal.read(path, most));
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    const { code, status, says } = cause;
    await sendFrame(line, "x", JSON.stringify({ code, status, says }));
  }
}

/** The newsroom's side: one command, carried out with the terminal at the other end. */
export async function receiveCommand(
  line: Socket,
  carryOut: (args: readonly string[], terminal: Terminal) => Promise<Exit>,
): Promise<void> {
  line.on("error", () => {}); // a shell that goes away is seen by "close"
  const frames = readFrames(line);
  const first = await frames.next();
  if (first.done || first.value.letter !== "c") return void line.destroy();
  const { args, folder, isWatched } = order.parse(JSON.parse(first.value.payload.toString()));
  const code = await carryOut(args, lentTerminal(line, frames, { folder, isWatched }));
  await sendFrame(line, "q", String(code));
  line.end();
}

function lentTerminal(
  line: Socket,
  frames: ReturnType<typeof readFrames>,
  { folder, isWatched }: { folder: string; isWatched: boolean },
): Terminal {
  const interrupted = new AbortController();
  line.once("close", () => interrupted.abort());
  return {
    say: async (text) => sendFrame(line, "o", text),
    remark: async (text) => sendFrame(line, "e", text),
    isWatched,
    interrupted: interrupted.signal,
    place: (path) => resolve(folder, path),
    async read(path, most) {
      await sendFrame(line, "r", JSON.stringify({ path, most }));
      const answer = await frames.next();
      if (answer.done) throw new Error("The shell went away before it had sent the file.");
      const { letter, payload } = answer.value;
      if (letter === "f") return payload;
      const { code, status, says } = no.parse(JSON.parse(payload.toString()));
      throw new Refusal(code, { status, says });
    },
  };
}
