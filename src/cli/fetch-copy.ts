import { basename } from "node:path";
import type { Newsroom } from "../server/newsroom.ts";
import { refuse } from "./refusals.ts";
import type { Terminal } from "./terminal.ts";

/** Copy as it was found, by a file's name, at an address, or on standard input. */
export type FoundCopy = {
  readonly bytes: Uint8Array;
  readonly origin: string;
  readonly contentType: string | null;
  readonly address: string | null;
};

const mostBytes = 256 * 1024 * 1024; // kept whole and set aside even where it is too large to be read

/** The bytes a word of the command line means: "-", an http(s) address, or a file. Addresses go through the guarded way out. */
export async function fetchCopy(word: string, newsroom: Newsroom, terminal: Terminal): Promise<FoundCopy> {
  if (/^https?:\/\//i.test(word)) return fetched(word, newsroom);
  const other = /^([a-z][a-z\d+.-]*):\/\//i.exec(word)?.[1];
  if (other !== undefined)
    throw refuse("address-not-served", {
      detail: { address: word, why: `Offstone fetches over http and https only, not ${other}` },
    });
  const bytes = await terminal.read(word, mostBytes);
  return {
    bytes,
    origin: word === "-" ? "standard input" : basename(word),
    contentType: null,
    address: null,
  };
}

async function fetched(word: string, newsroom: Newsroom): Promise<FoundCopy> {
  const page = await (await newsroom.outbound()).fetchPage(word, { kind: "page" });
  const refused = (why: string) => refuse("address-not-served", { detail: { address: word, why } });
  if (page.became === "failed") throw refused(page.says.replace(/[.]$/, ""));
  if (page.became === "unchanged" || page.complete === "cut")
    throw refused("the answer was cut off before its end");
  const { bytes, address, headers } = page;
  return { bytes, origin: address, contentType: headers["content-type"] ?? null, address };
}
