import { hashedAddress, shipped } from "./shipped.ts";
import { wholeSheet } from "./style.ts";

/** A file that may be kept by everybody for ever: its address changes with its bytes. */
export type Asset = { readonly type: string; readonly bytes: Uint8Array };

const sheet = Buffer.from(wholeSheet);
const sheetAddress = hashedAddress("style", "paper.css", sheet);
const all: ReadonlyMap<string, Asset> = new Map([
  ...[...shipped.values()].map(({ address, type, bytes }): [string, Asset] => [address, { type, bytes }]),
  [sheetAddress, { type: "text/css; charset=utf-8", bytes: sheet }],
]);

/** Everything the server hands out as it stands, by path: fonts, drawings, and the style as one sheet. */
export const assets = (): ReadonlyMap<string, Asset> => all;

/** The path of an asset by its file name ("quay.svg", "source-serif-4.woff2", "paper.css"); an unknown name is a fault. */
export function assetAddress(name: string): string {
  const address = name === "paper.css" ? sheetAddress : shipped.get(name)?.address;
  if (address === undefined) throw new Error(`No asset called "${name}" ships with Offstone.`);
  return address;
}
