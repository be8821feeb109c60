import type { Ids } from "../base/ids.ts";
import type { Sql } from "./sql.ts";
import type { Tables } from "./tables.ts";
import { copiesIn } from "./tables/copies.ts";
import { eventsIn } from "./tables/events.ts";
import { jobsIn } from "./tables/jobs.ts";
import { partnersIn } from "./tables/partners.ts";
import { peopleIn } from "./tables/people.ts";
import { picturesIn } from "./tables/pictures.ts";
import { revisionsIn } from "./tables/revisions.ts";
import { searchIn } from "./tables/search.ts";
import { sectionsIn } from "./tables/sections.ts";
import { settingsIn } from "./tables/settings.ts";
import { sourcesIn } from "./tables/sources.ts";
import { storiesIn } from "./tables/stories-in.ts";
import type { StoryRoom } from "./tables/stories-in.ts";
import { wireItemsIn } from "./tables/wire-items.ts";

export type TableRoom = StoryRoom & { readonly ids: Ids };

/** All tables over one connection or transaction. */
export const tablesIn = (sql: Sql, room: TableRoom, touched: Tables["touched"]): Tables => ({
  copies: copiesIn(sql),
  events: eventsIn(sql),
  jobs: jobsIn(sql, room.ids),
  partners: partnersIn(sql),
  people: peopleIn(sql),
  pictures: picturesIn(sql),
  revisions: revisionsIn(sql),
  search: searchIn(sql),
  sections: sectionsIn(sql),
  settings: settingsIn(sql),
  sources: sourcesIn(sql),
  stories: storiesIn(sql, room),
  wireItems: wireItemsIn(sql),
  touched,
});
