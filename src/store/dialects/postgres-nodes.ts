import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Kysely } from "kysely";
import { Client } from "pg";
import { z } from "zod";
import type { Schema } from "../schema.ts";
import type { Nodes } from "./dialect.ts";

// A notification holds less than 8,000 bytes (PostgreSQL manual, NOTIFY); longer news goes in several.
const mostBytes = 7000;
const news = z.object({ node: z.string(), tags: z.array(z.string()) });
type Hear = (tags: ReadonlySet<string>) => void;
type Line = { readonly node: string; readonly url: string; readonly reader: Kysely<Schema> };

/** Nodes tell each other which tags a commit touched. What a node says itself it does not hear again. */
export const nodesOf = (line: Line): Nodes => ({
  async tell(db, tags) {
    for (const each of inPieces(tags)) {
      const payload = JSON.stringify({ node: line.node, tags: each });
      await sql`select pg_notify('offstone_' || md5(current_schema()), ${payload})`.execute(db);
    }
  },
  listen: async (hear) => listenFor(line, hear),
});

function inPieces(tags: readonly string[]): string[][] {
  const pieces: string[][] = [];
  let room = 0;
  for (const tag of tags) {
    const size = Buffer.byteLength(JSON.stringify(tag)) + 1;
    if (size > room) {
      pieces.push([]);
      room = mostBytes;
    }
    pieces.at(-1)?.push(tag);
    room -= size;
  }
  return pieces;
}

/** Keeps one connection listening and makes it anew whenever it is lost; after a gap everything may have changed. */
async function listenFor({ node, url, reader }: Line, hear: Hear): Promise<() => Promise<void>> {
  const channel = await channelOf(reader);
  let stopped = false;
  let client = await connect();
  return async () => {
    stopped = true;
    await client.end();
  };

  async function connect(): Promise<Client> {
    const made = new Client({ connectionString: url, keepAlive: true });
    made.on("notification", ({ payload }) => heard(payload ?? "", { node, hear }));
    // An error of a live connection is always followed by its end, which is where we act.
    made.on("error", () => {});
    await made.connect();
    await made.query(`listen ${channel}`);
    made.once("end", () => void again(0));
    return made;
  }

  async function again(tries: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, Math.min(100 * 2 ** tries, 5000)).unref());
    if (stopped) return;
    try {
      client = await connect();
    } catch {
      return again(tries + 1);
    }
    // Stopped while connecting: the new line goes too.
    if (stopped) return client.end();
    hear(new Set(["everything"]));
  }
}

async function channelOf(reader: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(reader);
  return `offstone_${createHash("md5")
    .update(rows[0]?.name ?? "")
    .digest("hex")}`;
}

function heard(payload: string, { node, hear }: { node: string; hear: Hear }): void {
  const told = news.parse(JSON.parse(payload));
  if (told.node !== node) hear(new Set(told.tags));
}
