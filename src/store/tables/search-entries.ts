import type { Kysely } from "kysely";
import { textOf } from "../../story/body-text.ts";
import { publicCopy } from "../../story/public-copy.ts";
import type { Story } from "../../story/story.ts";
import type { SearchEntry } from "../dialects/dialect.ts";
import { fromJson } from "../json.ts";
import type { Schema } from "../schema.ts";
import type { Sql } from "../sql.ts";
import { foldedText } from "./search-words.ts";

/** Makes or renews the search entries of these stories. */
export async function enterForSearch(sql: Sql, stories: readonly Story[]): Promise<void> {
  if (stories.length === 0) return;
  await sql.dialect.fullText.put(sql.db, stories.map(entryOf));
  await noLongerWaiting(
    sql,
    stories.map((story) => story.id),
  );
}

export async function leaveSearch(sql: Sql, stories: readonly string[]): Promise<void> {
  await sql.dialect.fullText.drop(sql.db, stories);
  await noLongerWaiting(sql, stories);
}

/** Makes the entries of up to `most` stories of big batches. */
export async function enterWaiting(sql: Sql, most: number): Promise<void> {
  const rows = await sql.db
    .selectFrom("search_waiting")
    .innerJoin("story_copies", "story_copies.story", "search_waiting.story")
    .select("story_copies.whole")
    .orderBy("search_waiting.story")
    .limit(most)
    .execute();
  await enterForSearch(
    sql,
    rows.map((row) => fromJson<Story>(row.whole)),
  );
}

async function noLongerWaiting(sql: Sql, stories: readonly string[]): Promise<void> {
  await sql.db.deleteFrom("search_waiting").where("story", "in", sql.dialect.list(stories)).execute();
}

// Words the public may not be shown are not to be found either.
function entryOf(story: Story): SearchEntry {
  const { section, headline, standfirst, byline, body } = publicCopy(story);
  return {
    story: story.id,
    section: foldedText(section),
    headline: foldedText(headline),
    standfirst: foldedText(standfirst),
    people: foldedText(byline.map(({ name }) => name).join(" ")),
    body: foldedText(textOf(body)),
  };
}

export async function isWaiting(db: Kysely<Schema>): Promise<boolean> {
  return (await db.selectFrom("search_waiting").select("story").limit(1).executeTakeFirst()) !== undefined;
}
