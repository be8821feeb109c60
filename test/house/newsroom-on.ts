import type { TestContext } from "node:test";
import type { NewsroomWish } from "../../src/server/newsroom.ts";
import type { TestDatabase } from "./databases.ts";
import { aNewsroom } from "./newsroom.ts";

/** A fresh newsroom on one of both databases, and a clock that stands still until told; closed when the test ends. */
export async function aNewsroomOn(t: TestContext, database: TestDatabase, wish: Partial<NewsroomWish> = {}) {
  const { options, remove } = await database.place();
  const time = { now: Date.UTC(2026, 10, 23, 12), steady: 0 };
  const clock = { now: () => time.now, steady: () => time.steady };
  const { databaseUrl } = options;
  const paper = await aNewsroom({ clock, ...(databaseUrl ? { database: databaseUrl } : {}), ...wish });
  t.after(async () => {
    await paper.close();
    await remove();
  });
  return { ...paper, time, databaseUrl: databaseUrl ?? null };
}
