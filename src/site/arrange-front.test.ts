import assert from "node:assert/strict";
import { test } from "node:test";
import { lookEdition } from "../../test/house/look-edition.ts";
import { aSiteStory, at, drawing } from "../../test/house/look-makers.ts";
import { cardOf } from "../../test/house/look-tables.ts";
import type { Story, StoryCard } from "../story/story.ts";
import { arrangeFront, type Shelf } from "./arrange-front.ts";

const shelvesOf = (stories: readonly Story[]): Shelf[] =>
  lookEdition.sections.map((section) => ({
    section,
    cards: stories
      .flatMap(cardOf)
      .filter((card) => card.section === section.slug)
      .toSorted((one, other) => other.publishedAt - one.publishedAt),
  }));
const live = (hour: string) =>
  ({ state: { status: "live", publishedAt: at(hour), updatedAt: at(hour) } }) as const;
const ids = (cards: readonly StoryCard[]) => cards.map(({ id }) => id);

test("no story stands twice on a front, the list of the most recent aside", () => {
  const {
    splash,
    with: beside,
    second,
    voices,
    desks,
    shelves,
  } = arrangeFront(
    shelvesOf(lookEdition.stories.filter(({ state, embargo }) => state.status === "live" && !embargo)),
  );
  const all = [
    ...(splash ? [splash] : []),
    ...beside,
    ...second,
    ...voices,
    ...[...desks, ...shelves].flatMap(({ chief, list }) => [chief, ...list]),
  ];
  assert.equal(new Set(ids(all)).size, all.length);
  assert.ok(all.length > 20);
});

test("the splash is the newest story with a picture to show, and never comment", () => {
  const stories = [
    aSiteStory(
      "comment",
      { kind: "comment", section: "opinion", mainPicture: drawing("quay", "") },
      live("11:00"),
    ),
    aSiteStory("bare", {}, live("10:30")),
    aSiteStory("shown", { mainPicture: drawing("quay", "") }, live("10:00")),
  ];
  const { splash, second, voices } = arrangeFront(shelvesOf(stories));
  assert.equal(splash?.id, "shown");
  assert.deepEqual(ids(second), ["bare"]);
  assert.deepEqual(ids(voices), ["comment"]);
});

test("one busy section does not fill the column beside the splash", () => {
  const busy = Array.from({ length: 8 }, (_, place) => aSiteStory(`busy-${place}`, {}, live(`11:0${place}`)));
  const { second } = arrangeFront(
    shelvesOf([...busy, aSiteStory("quiet", { section: "world" }, live("05:00"))]),
  );
  assert.ok(ids(second).includes("quiet"));
});

test("stories of one subject stand under the splash", () => {
  const stories = [
    aSiteStory("lead", { topics: ["Quay"], mainPicture: drawing("quay", "") }, live("11:00")),
    ...["news", "world", "sport", "business", "politics"].map((section) =>
      aSiteStory(`other-${section}`, { section }, live("10:00")),
    ),
    aSiteStory("same-subject", { section: "news", topics: ["Quay"] }, live("06:00")),
  ];
  assert.deepEqual(ids(arrangeFront(shelvesOf(stories)).with), ["same-subject"]);
});

test("a paper of one story has a splash and nothing else", () => {
  const arranged = arrangeFront(shelvesOf([aSiteStory("only", {}, live("11:00"))]));
  assert.equal(arranged.splash?.id, "only");
  assert.deepEqual([...arranged.second, ...arranged.desks, ...arranged.voices], []);
});

test("a paper without a story has nothing", () => {
  const { splash, latest } = arrangeFront(shelvesOf([]));
  assert.equal(splash, null);
  assert.deepEqual(latest, []);
});
