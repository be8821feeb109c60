import type { Instant } from "../../base/clock.ts";
import { allBlocks } from "../../story/body-parts.ts";
import { publicCopy } from "../../story/public-copy.ts";
import { readingMinutes } from "../../story/reading-time.ts";
import { slugOf } from "../../story/slug.ts";
import type { Story, StoryCard } from "../../story/story.ts";
import { toJson } from "../json.ts";
import type { Schema, StoryRow } from "../schema.ts";

/** The row that lists and addresses are read from. Throws when an instant is no number: NaN must never lift an embargo. */
export function storyRow(story: Story, dayOf: (instant: Instant) => string): StoryRow {
  const { copy, state, embargo, taken } = story;
  const publishedAt = publicationOf(story);
  return {
    id: story.id,
    slug: story.slug,
    section: copy.section,
    day: publishedAt === null ? null : dayOf(publishedAt),
    status: state.status,
    shown: isShown(story) ? 1 : 0,
    published_at: wholeMilliseconds(publishedAt),
    created_at: story.createdAt,
    embargo_until: wholeMilliseconds(embargo?.kind === "until" ? embargo.until : null),
    stays_until: wholeMilliseconds(story.staysUntil),
    partner: taken?.partner ?? null,
    wire_item: taken?.wireItem ?? null,
    corrected_at: story.corrections.reduce<number | null>((last, { at }) => Math.max(last ?? at, at), null),
    card: cardOf(story),
  };
}

/** The part of story/visibility.ts that needs no clock: nothing but time may hide it. */
export const isShown = ({ state, held, embargo }: Story): boolean =>
  state.status === "live" && held === null && embargo?.kind !== "unclear";

export const peopleRows = (story: Story): Schema["story_people"][] =>
  story.state.status === "live"
    ? slugs(story.copy.byline.map(({ name }) => name)).map((person) => ({
        story: story.id,
        person,
        published_at: publicationOf(story) ?? 0,
      }))
    : [];

export const topicRows = (story: Story): Schema["story_topics"][] =>
  story.state.status === "live"
    ? slugs(story.copy.topics).map((topic) => ({
        story: story.id,
        topic,
        published_at: publicationOf(story) ?? 0,
      }))
    : [];

/** The kept pictures a live story shows: its own, those of its text, the stills of its films. */
export const pictureRows = (story: Story): Schema["story_pictures"][] => {
  if (story.state.status !== "live") return [];
  const copy = publicCopy(story);
  const inText = [...allBlocks(copy.body.content)].map((block) => {
    if (block.type === "picture") return block.attrs.picture;
    return block.type === "video" ? block.attrs.poster : null;
  });
  const shown = [copy.mainPicture?.picture ?? null, ...inText].filter((picture) => picture !== null);
  return [...new Set(shown)].map((picture) => ({ story: story.id, picture }));
};

const slugs = (names: readonly string[]) => [...new Set(names.map(slugOf))];

const publicationOf = ({ state }: Story): Instant | null =>
  state.status === "live" || state.status === "killed" ? state.publishedAt : null;

// Rounded up, so that what was meant for a part of a millisecond is never early.
function wholeMilliseconds(instant: Instant | null): Instant | null {
  if (instant === null) return null;
  if (!Number.isFinite(instant)) throw new Error(`A story may not hold ${instant} as an instant.`);
  return Math.ceil(instant);
}

function cardOf(story: Story): string | null {
  const { id, slug, taken, form, state } = story;
  if (state.status !== "live") return null;
  const copy = publicCopy(story);
  const { kind, section, language, headline, standfirst, byline, mainPicture, topics } = copy;
  const { publishedAt, updatedAt } = state;
  const words = { kind, section, language, headline, standfirst, byline, mainPicture, topics };
  const minutes = readingMinutes(copy);
  return toJson({ id, slug, taken, form, ...words, publishedAt, updatedAt, minutes } satisfies StoryCard);
}
