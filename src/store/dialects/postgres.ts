import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";
import type { Dialect, FullText, Nodes, SearchAsk, SearchEntry, SearchRow } from "./dialect.ts";
import { legalList } from "./legal-text.ts";
import { wordVector } from "./word-vector.ts";

const tables = [
  "create table story_search (story text not null primary key, words tsvector not null)",
  "create index story_search_words on story_search using gin (words)",
];

const list = (values: readonly string[]) =>
  sql<string>`(select json_array_elements_text(${legalList(values)}::json))`;

const fullText: FullText = { tables, put, drop, find };

async function put(db: Kysely<Schema>, entries: readonly SearchEntry[]): Promise<void> {
  const rows = entries.map((entry) => sql`(${entry.story}, ${wordVector(entry)}::tsvector)`);
  await sql`insert into story_search (story, words) values ${sql.join(rows)}
    on conflict (story) do update set words = excluded.words`.execute(db);
}

async function drop(db: Kysely<Schema>, stories: readonly string[]): Promise<void> {
  await sql`delete from story_search where story in ${list(stories)}`.execute(db);
}

// Ids sort by the time they were made, so of a common word the newest stories are ranked.
async function find(db: Kysely<Schema>, ask: SearchAsk): Promise<readonly SearchRow[]> {
  const query = sql`${matching(ask)}::tsquery`;
  const { rows } = await sql<SearchRow>`
    with hits as materialized (
      select stories.id as id, ts_rank('{0.1, 0.4, 0.4, 1.0}', story_search.words, ${query}, 1) as score
      from story_search join stories on stories.id = story_search.story
      where story_search.words @@ ${query} and ${ask.visible}
      order by story_search.story desc limit 1000),
    best as materialized (select * from hits order by score desc, id desc limit ${ask.limit})
    select stories.card, story_copies.whole from best
      join stories on stories.id = best.id join story_copies on story_copies.story = best.id
    order by best.score desc, best.id desc`.execute(db);
  return rows;
}

// Words are letters, marks and figures only, so nothing in them can end the quotation (CASES TXT-14).
const matching = ({ phrases }: SearchAsk): string =>
  phrases.map((phrase) => phrase.map((word) => `'${word}'`).join(" <-> ")).join(" & ");

// Everything is named after the schema we live in, so that two newsrooms may share one database.
async function holdSchema(db: Kysely<Schema>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('offstone ' || current_schema()))`.execute(db);
}

export const postgres = (nodes: Nodes): Dialect => ({
  fullText,
  locking: { passLocked: sql`for update skip locked`, holdSchema },
  list,
  nodes,
});
