import type { Instant } from "../../base/clock.ts";
import type { Story } from "../../story/story.ts";
import { fromJson } from "../json.ts";
import type { Sql } from "../sql.ts";
import { countVisible, listVisible } from "./list-visible.ts";
import { setStories } from "./set-stories.ts";
import type { Stories } from "./stories.ts";
import { listTurned, nextTurn } from "./turning-stories.ts";
import { visibleAmongFew } from "./visible.ts";

/** `dayOf` says on which day ("2026-11-23") an instant falls in the paper's time zone. */
export type StoryRoom = { readonly dayOf: (instant: Instant) => string };

export const storiesIn = (sql: Sql, room: StoryRoom): Stories => ({
  async find(id) {
    const [story] = await listWhole(whole(sql).where("story_copies.story", "=", id));
    return story;
  },
  async findByAddress(address) {
    const [story] = await listWhole(whole(sql).where((of) => of.and(address)));
    return story;
  },
  listTakenFrom: (wireItem) =>
    listWhole(whole(sql).where("stories.wire_item", "=", wireItem).orderBy("stories.id")),
  listVisible: (choice) => listVisible(sql, choice),
  countVisible: (choice) => countVisible(sql, choice),
  listCorrected: (now, limit) => listWhole(corrected(sql, now).limit(limit)),
  listByStatus: (status, limit) =>
    listWhole(
      whole(sql)
        .where("status", "=", status)
        .orderBy("created_at", "desc")
        .orderBy("id", "desc")
        .limit(limit),
    ),
  listAfter: (id, limit) =>
    listWhole(
      whole(sql)
        .where("stories.id", ">", id ?? "")
        .orderBy("stories.id")
        .limit(limit),
    ),
  set: (...stories) => setStories(sql, { stories, ...room }),
  async slugTaken(address, exceptStory) {
    const there = sql.db
      .selectFrom("stories")
      .select("id")
      .where((of) => of.and(address));
    return (await there.where("id", "<>", exceptStory).executeTakeFirst()) !== undefined;
  },
  nextTurn: (now) => nextTurn(sql, now),
  listTurned: (from, to) => listTurned(sql, { from, to }),
});

const corrected = (sql: Sql, now: Instant) =>
  whole(sql)
    .where(visibleAmongFew(now))
    .where("corrected_at", "is not", null)
    .orderBy("corrected_at", "desc")
    .orderBy("id", "desc");

const whole = (sql: Sql) =>
  sql.db
    .selectFrom("stories")
    .innerJoin("story_copies", "story_copies.story", "stories.id")
    .select("story_copies.whole");

async function listWhole(query: { execute(): Promise<{ whole: string }[]> }): Promise<readonly Story[]> {
  return (await query.execute()).map((row) => fromJson<Story>(row.whole));
}
