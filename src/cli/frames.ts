import type { Duplex } from "node:stream";

/**
 * What goes over the private line, one frame each: four bytes of length, one letter, the payload.
 * From the shell: c the command · f the bytes asked for · x why there are none.
 * From the newsroom: o and e words for standard output and error · r a file to be read · q done, with the exit code.
 */
export type Frame = { readonly letter: string; readonly payload: Buffer };

const mostBytes = 300_000_000;

/** Writes one frame; resolves when the other side may be sent more. A line that is cut swallows it. */
export async function sendFrame(line: Duplex, letter: string, payload: string | Uint8Array): Promise<void> {
  if (!line.writable) return;
  const bytes = Buffer.from(payload);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(bytes.length);
  head.write(letter, 4, "latin1");
  line.cork();
  line.write(head);
  await new Promise<void>((done) => {
    line.write(bytes, () => done());
    line.uncork();
  });
}

/** The frames as they come, until the line ends. */
export async function* readFrames(line: Duplex): AsyncGenerator<Frame> {
  let waiting: Buffer = Buffer.alloc(0);
  let parts: Buffer[] = [];
  let size = 0;
  for await (const part of line) {
    const bytes = Buffer.from(part);
    parts.push(bytes);
    size += bytes.length;
    if (size < lengthOf(waiting.length > 0 ? waiting : bytes)) {
      if (waiting.length === 0) waiting = bytes;
      continue;
    }
    let rest = Buffer.concat(parts);
    for (let length = lengthOf(rest); rest.length >= length; length = lengthOf(rest)) {
      yield { letter: rest.toString("latin1", 4, 5), payload: rest.subarray(5, length) };
      rest = rest.subarray(length);
    }
    waiting = rest;
    parts = rest.length > 0 ? [rest] : [];
    size = rest.length;
  }
}

// The whole frame that begins here, its head with it; what is shorter than a head needs at least a head.
function lengthOf(bytes: Buffer): number {
  if (bytes.length < 5) return 5;
  const length = bytes.readUInt32BE() + 5;
  if (length > mostBytes) throw new Error(`A frame of ${length} bytes came over the private line.`);
  return length;
}
