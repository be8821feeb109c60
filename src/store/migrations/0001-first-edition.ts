import type { Migration } from "../migrate.ts";

// The same text on both databases: text, bigint, integer, bytea (a name the embedded engine takes for any bytes).
// What the visible rule judges by the clock stands in the indexes of lists, so that counting reads nothing else.
const judged = "published_at desc, id desc, embargo_until, stays_until";

export const migration: Migration = {
  number: 1,
  name: "first edition",
  statements: ({ fullText }) => [...small, ...copy, ...stories, ...fullText.tables],
};

const small = [
  "create table install (one integer not null primary key, id text not null, made_at bigint not null, commits bigint not null)",
  "create table settings (name text not null primary key, value text not null)",
  "create table sections (slug text not null primary key, rank integer not null, whole text not null)",
  "create table sources (id text not null primary key, address text not null unique, next_try_at bigint not null, whole text not null)",
  `create table partners (id text not null primary key, slug text not null unique, name text not null,
     name_key text not null, home text, says text not null, agreement text not null)`,
  "create index partners_by_name on partners (name_key)",
  `create table people (id text not null primary key, slug text not null unique, name text not null,
     role text not null, says text not null, avatar text, account text)`,
  `create table pictures (id text not null primary key, hash text not null, type text not null,
     width integer not null, height integer not null, address text, credit text not null, rights text not null,
     added_at bigint not null)`,
  "create index pictures_by_hash on pictures (hash)",
  "create index pictures_by_address on pictures (address)",
  `create table events (id text not null primary key, at bigint not null, what text not null, story text,
     by_whom text not null, says text not null)`,
  "create index events_by_story on events (story, at, id) where story is not null",
  "create index events_by_what on events (what, at desc, id desc)",
  `create table jobs (id text not null primary key, kind text not null, key text not null, due_at bigint not null,
     ready_at bigint not null, attempts integer not null, leased_by text, again_at bigint, why text,
     says text not null, unique (kind, key))`,
  "create index jobs_by_ready on jobs (ready_at, id)",
];

const copy = [
  `create table copies (id text not null primary key, hash text not null, received_at bigint not null,
     origin text not null, content_type text, address text, partner text, size bigint not null, why text,
     bytes bytea not null)`,
  "create index copies_by_hash on copies (hash)",
  "create index copies_set_aside on copies (received_at desc, id desc) where why is not null",
  `create table wire_items (id text not null primary key, partner text not null, stable_key text not null,
     current_version text not null, status text not null, section text, unique (partner, stable_key))`,
  `create table wire_versions (id text not null primary key, wire_item text not null, copy text not null,
     format text not null, received_at bigint not null, hash text not null, flagged integer not null,
     item text not null)`,
  "create index wire_versions_by_item on wire_versions (wire_item, received_at, id)",
];

const stories = [
  `create table stories (id text not null primary key, slug text not null, section text not null, day text,
     status text not null, shown integer not null, published_at bigint, created_at bigint not null,
     embargo_until bigint, stays_until bigint, partner text, wire_item text, corrected_at bigint, card text)`,
  "create unique index stories_by_address on stories (day, slug, section) where day is not null",
  `create index stories_newest on stories (shown, ${judged})`,
  `create index stories_by_section on stories (shown, section, ${judged})`,
  `create index stories_by_partner on stories (shown, partner, ${judged})`,
  "create index stories_by_status on stories (status, created_at desc, id desc)",
  "create index stories_by_wire_item on stories (wire_item) where wire_item is not null",
  "create index stories_corrected on stories (corrected_at desc, id desc) where corrected_at is not null",
  "create index stories_by_embargo on stories (shown, embargo_until)",
  "create index stories_by_stay on stories (shown, stays_until)",
  "create table story_copies (story text not null primary key references stories, whole text not null)",
  `create table story_people (story text not null references stories, person text not null,
     published_at bigint not null, primary key (person, published_at, story))`,
  "create index story_people_by_story on story_people (story)",
  `create table story_topics (story text not null references stories, topic text not null,
     published_at bigint not null, primary key (topic, published_at, story))`,
  "create index story_topics_by_story on story_topics (story)",
  `create table story_pictures (story text not null references stories, picture text not null,
     primary key (picture, story))`,
  "create index story_pictures_by_story on story_pictures (story)",
  "create table search_waiting (story text not null primary key references stories)",
  `create table revisions (story text not null references stories deferrable initially deferred,
     number integer not null, at bigint not null, by_whom text not null, why text not null, copy text not null,
     primary key (story, number))`,
];
