import { hash } from "node:crypto";
import { idsBy } from "../../src/base/ids.ts";
import { systemClock } from "../../src/base/clock.ts";
import type { Tables } from "../../src/store/tables.ts";
import type { WireVersion } from "../../src/store/tables/wire-items.ts";
import type { Body } from "../../src/story/body.ts";
import type { Story } from "../../src/story/story.ts";
import { aBody } from "../house/a-body.ts";
import { aStory, aTaken, live } from "../house/a-story.ts";
import { aWireItem } from "../house/a-wire-item.ts";

const ids = idsBy(systemClock);
const by = "torture";

type Batch = {
  readonly keys: readonly string[];
  readonly batch: number;
  readonly random: () => number;
  readonly bodyOf?: (key: string) => Body;
};
type Made = { readonly story: Story; readonly version: WireVersion };

/** Copy, wire items, versions, stories, revisions, events and a job: what filing one feed writes. Idempotent by key. */
export async function fileBatch(
  tables: Tables,
  { keys, batch, random, bodyOf = ferries(random) }: Batch,
): Promise<string[]> {
  const known = new Set((await tables.wireItems.findByKeys(by, keys)).map(({ stableKey }) => stableKey));
  const at = Date.now();
  const copy = await addCopy(tables, { keys, batch, at });
  const made = keys.filter((key) => !known.has(key)).map((key) => make(key, { copy, at, body: bodyOf(key) }));
  await tables.wireItems.set(...made.map(({ version }) => filed(version)));
  await tables.wireItems.addVersions(made.map(({ version }) => version));
  await tables.stories.set(...made.map(({ story }) => story));
  await tables.revisions.add(
    ...made.map(({ story }) => ({ story: story.id, number: 1, at, by, why: "taken", copy: story.copy })),
  );
  await tables.events.add(
    ...made.map(({ story }) => ({ id: ids.next(), at, what: "story.taken", story: story.id, by, says: {} })),
  );
  for (const { story } of made.slice(0, 1))
    await tables.jobs.add({ kind: "fetch", key: story.id, dueAt: at });
  return made.map(({ story }) => story.id);
}

async function addCopy(
  tables: Tables,
  { keys, batch, at }: { keys: readonly string[]; batch: number; at: number },
) {
  const bytes = Buffer.from(keys.join("\n"));
  const id = `copy-${batch}-${ids.next()}`;
  const known = { receivedAt: at, origin: by, contentType: null, address: null, partner: by };
  await tables.copies.add({ id, bytes, hash: hash("sha256", bytes, "hex"), ...known });
  return id;
}

const ferries = (random: () => number) => (key: string) =>
  aBody(`${key} ${"the ferry stays in the harbour ".repeat(1 + Math.floor(random() * 100))}`);

function make(key: string, { copy, at, body }: { copy: string; at: number; body: Body }): Made {
  const [wireItem, version, id] = [ids.next(), ids.next(), ids.next()];
  const taken = aTaken({ partner: by, wireItem, version });
  const story = aStory({ slug: `${key}-${id}`, copy: { body, headline: key }, taken, state: live(at) });
  const item = aWireItem({ stableKey: key, body });
  return {
    story: { ...story, id },
    version: { id: version, wireItem, copy, format: by, receivedAt: at, hash: key, item, flagged: false },
  };
}

const filed = ({ id, wireItem, item }: WireVersion) => ({
  id: wireItem,
  partner: by,
  stableKey: item.stableKey,
  currentVersion: id,
  status: item.status,
  section: null,
});
