import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openNewsroom, type Newsroom, type NewsroomWish } from "../../src/server/newsroom.ts";

export type NewsroomInTest = {
  readonly newsroom: Newsroom;
  /** What a reader gets at an address of the paper, without a port. */
  answer(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
};

/** A fresh newsroom in a folder of its own. `database` is a postgres:// address; without it the embedded database is used. */
export async function aNewsroom({
  database,
  ...more
}: { database?: string } & Partial<NewsroomWish> = {}): Promise<NewsroomInTest> {
  const data = await mkdtemp(join(tmpdir(), "offstone-test-"));
  const origin = "https://paper.example";
  const newsroom = await openNewsroom({ data, databaseUrl: database ?? null, origin, ...more });
  return {
    newsroom,
    answer: async (path, init = {}) => newsroom.answer(new Request(`${origin}${path}`, init)),
    async close() {
      await newsroom.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
