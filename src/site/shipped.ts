import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

/** A file that ships with Offstone: its public address holds a hash of its bytes, so it may be kept for ever. */
export type Shipped = { readonly address: string; readonly type: string; readonly bytes: Uint8Array };

const types: Readonly<Record<string, string>> = { ".woff2": "font/woff2", ".svg": "image/svg+xml" };

/** Fonts and drawings by file name. Read once, at start. */
export const shipped: ReadonlyMap<string, Shipped> = new Map([...shelf("fonts"), ...shelf("art")]);

/** The address of a shipped file ("quay.svg"); a name that does not exist is a fault of ours. */
export function shippedAddress(name: string): string {
  const file = shipped.get(name);
  if (file === undefined) throw new Error(`No font or drawing called "${name}" ships with Offstone.`);
  return file.address;
}

/** A drawing named in copy as "art:quay": its address and natural size, or nothing where there is none of that name. */
export function findArt(name: string): { address: string; width: number; height: number } | undefined {
  const file = shipped.get(`${name}.svg`);
  const size = file && /viewBox="0 0 (\d+) (\d+)"/.exec(Buffer.from(file.bytes.subarray(0, 300)).toString());
  return size ? { address: file.address, width: Number(size[1]), height: Number(size[2]) } : undefined;
}

/** Where bytes with this name are served for ever. */
export function hashedAddress(folder: string, name: string, bytes: Uint8Array): string {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  return `/${folder}/${hash}-${name}`;
}

function shelf(folder: "fonts" | "art"): [string, Shipped][] {
  const room = join(import.meta.dirname, folder);
  return readdirSync(room).flatMap((name): [string, Shipped][] => {
    const type = types[extname(name)];
    if (type === undefined) return [];
    const bytes = readFileSync(join(room, name));
    return [[name, { address: hashedAddress(folder, name, bytes), type, bytes }]];
  });
}
