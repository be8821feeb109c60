import { sql as text } from "kysely";
import type { RawBuilder } from "kysely";
import type { StoryCard } from "../../story/story.ts";
import { fromJson } from "../json.ts";
import type { Sql } from "../sql.ts";
import type { Choice } from "./stories.ts";
import { visible } from "./visible.ts";

/** Cards of visible stories, newest first; bodies are never read. */
export async function listVisible(sql: Sql, choice: Choice): Promise<readonly StoryCard[]> {
  const { from, newest, id, where } = chosen(sql, choice);
  const { after } = choice;
  const rest = after ? [text`(${newest}, ${id}) < (${after.publishedAt}, ${after.id})`] : [];
  const { rows } = await text<{ card: string }>`select stories.card from ${from}
    where ${text.join([...where, ...rest], text` and `)}
    order by ${newest} desc, ${id} desc limit ${choice.limit}`.execute(sql.db);
  return rows.map((row) => fromJson<StoryCard>(row.card));
}

export async function countVisible(sql: Sql, choice: Omit<Choice, "limit">): Promise<number> {
  const { from, where } = chosen(sql, choice);
  const { rows } = await text<{ count: number }>`select count(*) as count from ${from}
    where ${text.join(where, text` and `)}`.execute(sql.db);
  return rows[0]?.count ?? 0;
}

type Chosen = {
  from: RawBuilder<unknown>;
  newest: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
  where: RawBuilder<unknown>[];
};

// A person's or a topic's stories are walked in the order of their own table, all others in that of stories.
function chosen(sql: Sql, choice: Omit<Choice, "limit">): Chosen {
  const { person, topic } = choice;
  if (person !== undefined)
    return through(sql, choice, { table: "story_people", column: "person", value: person });
  if (topic !== undefined)
    return through(sql, choice, { table: "story_topics", column: "topic", value: topic });
  const newest = text.ref("stories.published_at");
  return { from: text`stories`, newest, id: text.ref("stories.id"), where: wanted(sql, choice, newest) };
}

type Link = { table: string; column: string; value: string };

function through(sql: Sql, choice: Omit<Choice, "limit">, { table, column, value }: Link): Chosen {
  const newest = text.ref(`${table}.published_at`);
  const id = text.ref(`${table}.story`);
  return {
    from: text`${text.table(table)} join stories on stories.id = ${id}`,
    newest,
    id,
    where: [
      text`${text.ref(`${table}.${column}`)} = ${value}`,
      ...wanted(sql, choice, newest),
      ...both(choice, column),
    ],
  };
}

// Asked for a person and a topic: the person's list is walked, the topic only looked up.
const both = ({ topic }: Omit<Choice, "limit">, walked: string) =>
  walked === "topic" || topic === undefined
    ? []
    : [text`exists (select 1 from story_topics where story = stories.id and topic = ${topic})`];

function wanted(sql: Sql, choice: Omit<Choice, "limit">, newest: RawBuilder<unknown>): RawBuilder<unknown>[] {
  const { section, partner, since, exceptPartners = [] } = choice;
  return [
    visible(choice.now),
    ...(section === undefined ? [] : [text`stories.section = ${section}`]),
    ...(partner === undefined ? [] : [text`stories.partner = ${partner}`]),
    ...(since === undefined ? [] : [text`${newest} >= ${since}`]),
    ...(exceptPartners.length === 0
      ? []
      : [text`coalesce(stories.partner, '') not in ${sql.dialect.list(exceptPartners)}`]),
  ];
}
