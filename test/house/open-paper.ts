import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../../src/base/clock.ts";
import { openNewsroom, type Newsroom, type NewsroomWish } from "../../src/server/newsroom.ts";
import { serve } from "../../src/server/serve.ts";
import { takeIn, type TakenIn } from "../../src/server/take-in.ts";
import type { Delivery } from "../../src/server/delivery.ts";
import { freePort } from "./free-port.ts";

/** A newsroom of this process with its door open on loopback: for tests that need its clock or its rooms. */
export type OpenPaper = AsyncDisposable & {
  readonly origin: string;
  readonly newsroom: Newsroom;
  get(path: string): Promise<Response>;
  /** Takes copy in as a command would: contract with Harbour Wire, section News, published, unless said otherwise. */
  take(copy: string | Uint8Array, delivery?: Partial<Delivery>): Promise<TakenIn>;
  /** As `take`, for copy of one item; answers the story's id. */
  takeOne(copy: string | Uint8Array, delivery?: Partial<Delivery>): Promise<string>;
  addressOf(story: string): Promise<string>;
};

export async function openPaper({
  sample = false,
  ...wish
}: Partial<NewsroomWish> & { readonly sample?: boolean } = {}): Promise<OpenPaper> {
  const data = await mkdtemp(join(tmpdir(), "offstone-paper-"));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const newsroom = await openNewsroom({ databaseUrl: null, clock: systemClock, ...wish, data, origin });
  if (sample) await (await import("../../src/server/sample/sample-edition.ts")).loadSampleEdition(newsroom);
  const serving = await serve(newsroom, { host: "127.0.0.1", port });
  const take: OpenPaper["take"] = async (copy, delivery = {}) =>
    takeIn(deliveryOf(await knownPreset(newsroom, delivery), copy), newsroom);
  return {
    origin,
    newsroom,
    take,
    get: async (path) => fetch(origin + path, { redirect: "manual" }),
    async takeOne(copy, delivery) {
      const { outcome } = await take(copy, delivery);
      if (outcome.became === "set-aside") throw new Error(outcome.says);
      const [item] = outcome.items;
      if (item === undefined || item.became === "refused" || !item.followed?.story)
        throw new Error(`No story came of ${JSON.stringify(item)}.`);
      return item.followed.story;
    },
    async addressOf(story) {
      const { stories } = newsroom.store.read;
      const { storyAddress, dayIn } = await import("../../src/story/story-address.ts");
      const found = await stories.find(story);
      const address = found && storyAddress(found, dayIn((await newsroom.room.site()).paper.zone));
      if (!address) throw new Error(`The story ${story} has no address.`);
      return address;
    },
    async [Symbol.asyncDispose]() {
      await serving.stop();
      await newsroom.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

// A preset counts for a new partner only.
async function knownPreset({ store }: Newsroom, delivery: Partial<Delivery>): Promise<Partial<Delivery>> {
  const partner = delivery.partner ?? usualPartner;
  const known = await store.read.partners.findByName(partner);
  return { ...delivery, preset: known ? null : (delivery.preset ?? "contract"), partner };
}

const usualPartner = "Harbour Wire";

const deliveryOf = (delivery: Partial<Delivery>, copy: string | Uint8Array): Delivery => ({
  bytes: typeof copy === "string" ? Buffer.from(copy) : copy,
  origin: "a test",
  contentType: null,
  address: null,
  partner: usualPartner,
  preset: null,
  section: "News",
  publishes: true,
  ...delivery,
});
