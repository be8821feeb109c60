import { open } from "node:fs/promises";
import { resolve } from "node:path";
import type { Readable, Writable } from "node:stream";
import { refuse } from "./refusals.ts";

/** Where a command speaks and reads: the shell it was given in, whether it is carried out there or in the running newsroom. */
export type Terminal = {
  /** What was asked for, to standard output. */
  say(text: string): Promise<void>;
  /** What else is to be said, to standard error. */
  remark(text: string): Promise<void>;
  /** Whether a person watches standard error, so that a progress bar makes sense. */
  readonly isWatched: boolean;
  /** The bytes of a file of the shell's folder, or of standard input for "-". Refuses what is missing or larger than `most` bytes. */
  read(path: string, most: number): Promise<Uint8Array>;
  /** A path as the shell means it. */
  place(path: string): string;
  /** Aborts when the shell is interrupted. */
  readonly interrupted: AbortSignal;
};

export type Streams = {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
};

export function terminalOf({ stdin, stdout, stderr }: Streams, folder: string): Terminal {
  const interrupted = new AbortController();
  // A closed pipe is answered where it is written to; without a listener it would end the process with a stack.
  for (const stream of [stdout, stderr]) stream.on("error", () => {});
  return {
    say: async (text) => written(stdout, text),
    remark: async (text) => written(stderr, text),
    isWatched: stderr.isTTY === true,
    place: (path) => resolve(folder, path),
    read: async (path, most) =>
      path === "-"
        ? readStream(stdin, { name: "Standard input", most })
        : readFileAt(resolve(folder, path), path, most),
    interrupted: interrupted.signal,
  };
}

async function written(stream: Writable, text: string): Promise<void> {
  await new Promise<void>((done, failed) => {
    stream.write(text, (error) => (error ? failed(error) : done()));
  });
}

// By parts, since a pipe or a device has no size beforehand.
async function readStream(
  stream: Readable,
  { name, most }: { name: string; most: number },
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > most) throw tooLarge(name, most);
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

async function readFileAt(path: string, name: string, most: number): Promise<Uint8Array> {
  try {
    await using file = await open(path, "r");
    const facts = await file.stat();
    if (facts.isDirectory())
      throw refuse("file-unreadable", { detail: { file: name, why: "it is a folder" } });
    if (facts.size > most) throw tooLarge(name, most);
    return await readStream(file.createReadStream(), { name, most });
  } catch (cause) {
    throw unreadable(cause, name);
  }
}

const tooLarge = (file: string, most: number) =>
  refuse("file-too-large", { detail: { file, most: Math.round(most / 1_000_000) } });

function unreadable(cause: unknown, file: string): unknown {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const why = reasons[code];
  return why === undefined ? cause : refuse("file-unreadable", { detail: { file, why }, cause });
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "this account may not read it",
  ENAMETOOLONG: "its name is too long",
};
