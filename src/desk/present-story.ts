import { toIso } from "../base/clock.ts";
import type { Story } from "../story/story.ts";
import { type DayOf, storyAddress } from "../story/story-address.ts";

/** What leaves of a story at the command line and the desk's own addresses: exactly these fields, times as ISO text. */
export type PresentedStory = {
  readonly id: string;
  readonly status: Story["state"]["status"];
  /** Path on our own site; null for a story that was never published. */
  readonly address: string | null;
  readonly slug: string;
  readonly section: string;
  readonly headline: string;
  readonly form: Story["form"];
  readonly source: {
    readonly name: string;
    readonly address: string | null;
    readonly version: string;
  } | null;
  readonly held: string | null;
  readonly embargo: Story["embargo"];
  readonly staysUntil: string | null;
  readonly edited: boolean;
  readonly versionWaits: boolean;
  readonly revision: number;
  readonly publishedAt: string | null;
  readonly reason: string | null;
};

/** Lists what leaves of a story. Nothing that is not named here does. */
export const presentStory = (story: Story, dayOf: DayOf): PresentedStory => ({
  id: story.id,
  status: story.state.status,
  address: storyAddress(story, dayOf),
  slug: story.slug,
  section: story.copy.section,
  headline: story.copy.headline,
  form: story.form,
  source:
    story.taken === null
      ? null
      : { name: story.taken.sourceName, address: story.taken.address, version: story.taken.versionLabel },
  held: story.held,
  embargo: story.embargo,
  staysUntil: story.staysUntil === null ? null : toIso(story.staysUntil),
  edited: story.edited,
  versionWaits: story.waitingVersion !== null,
  revision: story.revision,
  publishedAt:
    "publishedAt" in story.state && story.state.publishedAt !== null ? toIso(story.state.publishedAt) : null,
  reason: "reason" in story.state ? story.state.reason : null,
});
