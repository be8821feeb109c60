import type { PublishRefusal } from "../../story/publishing-refusals.ts";
import { publishingRefusals } from "../../story/publishing-refusals.ts";
import type { Story } from "../../story/story.ts";
import { dayIn, storyAddress } from "../../story/story-address.ts";
import type { Tables } from "../../store/tables.ts";
import type { Finding } from "../check.ts";
import type { Desk } from "../desk.ts";
import { getReason, getStory, sourceOf } from "../get-story.ts";
import { goLive } from "../go-live.ts";
import { judgeStory } from "../judge-story.ts";
import { writeChanges } from "../story-changes.ts";

/** Published: the story and its address. Refused: every reason, each with what would help. Findings are said either way. */
export type PublishOutcome =
  | { readonly story: Story; readonly address: string; readonly findings: readonly Finding[] }
  | { readonly refusals: readonly PublishRefusal[]; readonly findings: readonly Finding[] };

type Publish = {
  /** The story's id, and who publishes it. */
  readonly story: string;
  readonly by: string;
  readonly form?: Story["form"];
  /** Sets aside what an editor may set aside; the reason is recorded for ever. */
  readonly override?: { readonly reason: string };
};

/** Publishes a story where nothing speaks against it. A live story stays as it is, so doing it twice is doing it once. */
export async function publishStory(publish: Publish, desk: Desk): Promise<PublishOutcome> {
  return desk.store.together(async (tables) => {
    const before = await getStory(publish.story, tables);
    const wanted: Story = { ...before, form: publish.form ?? before.form };
    const { findings, refusals } = await judge(wanted, tables, desk);
    if (before.state.status === "live" && before.form === wanted.form && !releases(publish, before))
      return published(before, findings, desk);
    const standing = publish.override
      ? refusals.filter(({ code }) => !publishingRefusals[code].override)
      : refusals;
    if (standing.length > 0) return { refusals: standing, findings };
    const after = await wentLive(before, released(wanted, publish), { tables, desk });
    const says = { form: after.form, ...overrideSaid(publish, refusals) };
    await writeChanges(tables, [{ before, after, what: "story.published", by: publish.by, says }], desk);
    return published(after, findings, desk);
  });
}

async function judge(story: Story, tables: Tables, { clock, checks }: Desk) {
  const partner = story.taken === null ? null : ((await tables.partners.find(story.taken.partner)) ?? null);
  return judgeStory({ story, partner, source: await sourceOf(story, tables), now: clock.now() }, checks);
}

function published(story: Story, findings: readonly Finding[], { zone }: Desk): PublishOutcome {
  return { story, address: storyAddress(story, dayIn(zone)) ?? "", findings };
}

/** True where a live story is hidden by what an editor may set aside. */
const releases = ({ override }: Publish, { held, embargo }: Story) =>
  override !== undefined && (held !== null || embargo?.kind === "unclear");

/** A person who publishes with a reason has decided what held the story; an embargo with a time stays. */
function released(story: Story, { override }: Publish): Story {
  if (!override) return story;
  return { ...story, held: null, embargo: story.embargo?.kind === "unclear" ? null : story.embargo };
}

async function wentLive(before: Story, wanted: Story, { tables, desk }: { tables: Tables; desk: Desk }) {
  const now = desk.clock.now();
  if (before.state.status === "live") return { ...wanted, state: { ...before.state, updatedAt: now } };
  return goLive(wanted, { tables, now, zone: desk.zone });
}

const overrideSaid = ({ override }: Publish, refusals: readonly PublishRefusal[]) =>
  override
    ? { override: getReason(override.reason, "published"), setAside: refusals.map(({ code }) => code) }
    : {};
