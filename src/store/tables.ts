import type { Copies } from "./tables/copies.ts";
import type { Events } from "./tables/events.ts";
import type { Jobs } from "./tables/jobs.ts";
import type { Partners } from "./tables/partners.ts";
import type { People } from "./tables/people.ts";
import type { Pictures } from "./tables/pictures.ts";
import type { Revisions } from "./tables/revisions.ts";
import type { Search } from "./tables/search.ts";
import type { Sections } from "./tables/sections.ts";
import type { Settings } from "./tables/settings.ts";
import type { Sources } from "./tables/sources.ts";
import type { Stories } from "./tables/stories.ts";
import type { WireItems } from "./tables/wire-items.ts";

export type Tables = {
  readonly copies: Copies;
  readonly events: Events;
  readonly jobs: Jobs;
  readonly partners: Partners;
  readonly people: People;
  readonly pictures: Pictures;
  readonly revisions: Revisions;
  readonly search: Search;
  readonly sections: Sections;
  readonly settings: Settings;
  readonly sources: Sources;
  readonly stories: Stories;
  readonly wireItems: WireItems;
  /** Says which tags this transaction changes: "story:ID", "section:SLUG", "partner:SLUG", "person:SLUG", "fronts", "picture:ID", "settings". */
  touched(...tags: string[]): void;
};
