import type { Person } from "../store/tables/people.ts";
import type { StoryCard } from "../story/story.ts";
import { slugOf } from "../story/slug.ts";
import { plainLine } from "./plain-line.ts";

/** Who a page /by/… is about. A writer known only from bylines is made from the name as printed. */
export type Writer = Pick<Person, "slug" | "name" | "role" | "says" | "avatar" | "account">;

/** The writer of that slug from the bylines of these stories; nothing where none of them bears it. */
export function writerFrom(cards: readonly StoryCard[], slug: string): Writer | undefined {
  const byline = cards.flatMap((card) => card.byline).find(({ name }) => slugOf(name) === slug);
  if (byline === undefined) return undefined;
  return {
    slug,
    name: plainLine(byline.name),
    role: byline.role ?? "",
    says: "",
    avatar: null,
    account: null,
  };
}
