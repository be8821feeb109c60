import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";
import type { Dialect, FullText, SearchAsk, SearchEntry, SearchRow } from "./dialect.ts";
import { legalList } from "./legal-text.ts";

// The index keeps words and places only; the text of a hit is read from the story. It numbers its rows, and a
// larger number is a later story, so that the newest hits of a common word are found without reading all.
const tables = [
  "create table search_numbers (number integer primary key, story text not null unique)",
  `create virtual table story_search using fts5(headline, standfirst, people, body, section,
     content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'")`,
];

const list = (values: readonly string[]) => sql<string>`(select value from json_each(${legalList(values)}))`;

const fullText: FullText = { tables, put, drop, find };

async function put(db: Kysely<Schema>, entries: readonly SearchEntry[]): Promise<void> {
  const stories = entries.map((entry) => entry.story);
  await sql`insert into search_numbers (story) select value from json_each(${legalList(stories)}) where true
    on conflict do nothing`.execute(db);
  const numbers = await numbersOf(db, stories);
  for (const { story, headline, standfirst, people, body, section } of entries)
    await sql`insert or replace into story_search (rowid, headline, standfirst, people, body, section)
      values (${numbers.get(story)}, ${headline}, ${standfirst}, ${people}, ${body}, ${section})`.execute(db);
}

async function drop(db: Kysely<Schema>, stories: readonly string[]): Promise<void> {
  const numbers = [...(await numbersOf(db, stories)).values()];
  for (const number of numbers) await sql`delete from story_search where rowid = ${number}`.execute(db);
  await sql`delete from search_numbers where story in ${list(stories)}`.execute(db);
}

async function numbersOf(db: Kysely<Schema>, stories: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ story: string; number: number }>`select story, number from search_numbers
    where story in ${list(stories)}`.execute(db);
  return new Map(rows.map((row) => [row.story, row.number]));
}

// The newest hits with their marks first, then looked up from the best down until enough of them may be shown: nearly
// all may, so that a common word costs twenty look-ups and not a thousand.
async function find(db: Kysely<Schema>, ask: SearchAsk): Promise<readonly SearchRow[]> {
  const { rows: hits } = await sql<Hit>`
    select rowid as number, bm25(story_search, 10.0, 4.0, 4.0, 1.0, 0.0) as score
    from story_search where story_search match ${matching(ask)} order by rowid desc limit 1000`.execute(db);
  const best = hits.toSorted((one, other) => one.score - other.score || other.number - one.number);
  const found: SearchRow[] = [];
  for (let at = 0; at < best.length && found.length < ask.limit; at += ask.limit)
    found.push(...(await lookUp(db, best.slice(at, at + ask.limit), ask)));
  return found.slice(0, ask.limit);
}

type Hit = { readonly number: number; readonly score: number };

async function lookUp(db: Kysely<Schema>, hits: readonly Hit[], ask: SearchAsk): Promise<SearchRow[]> {
  const numbers = JSON.stringify(hits.map(({ number }) => number));
  const { rows } = await sql<SearchRow>`
    select stories.card, story_copies.whole from json_each(${numbers}) as wanted
      cross join search_numbers on search_numbers.number = wanted.value
      cross join stories on stories.id = search_numbers.story
      cross join story_copies on story_copies.story = stories.id
    where ${ask.visible} order by wanted.key`.execute(db);
  return rows;
}

// Quoted, a word is only a word: none of the engine's operators can be spelt by a reader (CASES TXT-14).
function matching({ phrases, section }: SearchAsk): string {
  const words = phrases.map((phrase) => `"${phrase.join(" ")}"`).join(" ");
  const text = `{headline standfirst people body} : (${words})`;
  return section === null ? text : `(section : "${section}") AND (${text})`;
}

export const sqlite: Dialect = {
  fullText,
  // One process, one writer: whoever is in a transaction has everything.
  locking: { passLocked: sql``, holdSchema: async () => {} },
  list,
  nodes: { tell: async () => {}, listen: async () => async () => {} },
};
