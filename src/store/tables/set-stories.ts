import type { Instant } from "../../base/clock.ts";
import type { Story } from "../../story/story.ts";
import { toJson } from "../json.ts";
import { putRows } from "../put-rows.ts";
import type { Sql } from "../sql.ts";
import { enterForSearch, leaveSearch } from "./search-entries.ts";
import { isShown, peopleRows, pictureRows, storyRow, topicRows } from "./story-row.ts";

// Up to so many stories can be found at once; a larger batch becomes findable right after its commit, because making
// its entries takes longer than all the rest of the batch.
const mostAtOnce = 8;

type Wanted = { stories: readonly Story[]; dayOf: (instant: Instant) => string };

/** Writes stories whole, with everything that is read from them. */
export async function setStories(sql: Sql, { stories, dayOf }: Wanted): Promise<void> {
  const last = [...new Map(stories.map((story) => [story.id, story])).values()];
  const ids = last.map((story) => story.id);
  await putRows(sql, "stories", {
    rows: last.map((story) => storyRow(story, dayOf)),
    whenThere: { key: ["id"], first: ["day"] },
  });
  await putRows(sql, "story_copies", {
    rows: last.map((story) => ({ story: story.id, whole: toJson(story) })),
    whenThere: { key: ["story"] },
  });
  await sql.db.deleteFrom("story_people").where("story", "in", sql.dialect.list(ids)).execute();
  await sql.db.deleteFrom("story_topics").where("story", "in", sql.dialect.list(ids)).execute();
  await sql.db.deleteFrom("story_pictures").where("story", "in", sql.dialect.list(ids)).execute();
  await putRows(sql, "story_people", { rows: last.flatMap(peopleRows) });
  await putRows(sql, "story_topics", { rows: last.flatMap(topicRows) });
  await putRows(sql, "story_pictures", { rows: last.flatMap(pictureRows) });
  await search(sql, last);
}

// Only what at some time may be shown is entered; whether it may now is asked with every search.
async function search(sql: Sql, stories: readonly Story[]): Promise<void> {
  const gone = stories.filter((story) => !isShown(story));
  const kept = stories.filter(isShown);
  if (gone.length > 0)
    await leaveSearch(
      sql,
      gone.map((story) => story.id),
    );
  if (kept.length <= mostAtOnce) await enterForSearch(sql, kept);
  else
    await putRows(sql, "search_waiting", {
      rows: kept.map((story) => ({ story: story.id })),
      whenThere: "leave",
    });
}
