import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { storyFrom } from "../src/desk/story-from-item.ts";
import { layOutPaper } from "../src/server/sample/sample-paper.ts";
import { openNewsroom, type Newsroom } from "../src/server/newsroom.ts";
import type { Partner } from "../src/store/tables/partners.ts";
import type { WireVersion } from "../src/store/tables/wire-items.ts";
import { slugOf } from "../src/story/slug.ts";
import { dayIn, storyAddress } from "../src/story/story-address.ts";
import type { Story } from "../src/story/story.ts";
import type { WireItem } from "../src/story/wire-item.ts";
import { aWireItem } from "../test/house/a-wire-item.ts";
import { sentence } from "./feed-of.ts";

export const bigCount = 100_000;
const batch = 1000;
const sections = ["news", "world", "politics", "business", "sport", "opinion", "culture", "life"];
const writers = Array.from({ length: 40 }, (_, at) => `Writer ${sentence(at, 1).slice(0, -1)} ${at}`);
const last = Date.UTC(2026, 10, 22, 18);
const apart = 15 * 60_000; // a story every quarter of an hour, which goes back 1,041 days

/** A data folder with 100,000 live stories of about 600 words, built once and kept among the temporary files. */
export async function bigNewsroom(): Promise<string> {
  const data = join(tmpdir(), "offstone-bench", `${bigCount}-${fingerprint()}`);
  const built = join(data, "bench-built");
  if (existsSync(built)) return data;
  await rm(data, { recursive: true, force: true });
  console.log(`Building ${bigCount} stories once …`);
  const laidOut = await openNewsroom({ data, databaseUrl: null, origin: "https://paper.example" });
  await laidOut.store.together(layOutPaper);
  await laidOut.close();
  // Opened again, it knows the paper's time zone from the first story on.
  const newsroom = await openNewsroom({ data, databaseUrl: null, origin: "https://paper.example" });
  const partner = await newsroom.store.read.partners.findBySlug("northern-wire");
  if (!partner) throw new Error("The sample paper has no Northern Wire any more.");
  for (let at = 0; at < bigCount; at += batch) await addBatch(newsroom, partner, at);
  await newsroom.store.caughtUp();
  await newsroom.close();
  writeFileSync(built, "");
  return data;
}

/** The address of a story of the big newsroom; 0 is the newest. */
export const bigAddress = (at: number): string =>
  storyAddress(
    { section: sectionOf(at), slug: slugOf(headlineOf(at)), publishedAt: last - at * apart },
    dayOf,
  );

const dayOf = dayIn("Europe/Copenhagen"); // where the sample paper is printed

// Built anew when the schema or this file changes.
function fingerprint(): string {
  const migrations = join(import.meta.dirname, "../src/store/migrations");
  const texts = readdirSync(migrations).map((file) => readFileSync(join(migrations, file)));
  const sum = createHash("sha256").update(readFileSync(import.meta.filename));
  for (const text of texts) sum.update(text);
  return sum.digest("hex").slice(0, 12);
}

async function addBatch({ store, ids }: Newsroom, partner: Partner, from: number): Promise<void> {
  const numbers = Array.from({ length: batch }, (_, at) => from + at);
  const stories = numbers.map((at) => bigStory(at, partner));
  const copy = ids.next();
  await store.together(async ({ wireItems, stories: table }) => {
    await wireItems.set(...stories.map((story) => filedItem(story, partner.id)));
    await wireItems.addVersions(numbers.map((at) => versionOf(at, copy)));
    await table.set(...stories);
  });
}

const filedItem = ({ taken, copy }: Story, partner: string) => ({
  id: taken?.wireItem ?? "",
  partner,
  stableKey: taken?.wireItem ?? "",
  currentVersion: taken?.version ?? "",
  status: "usable" as const,
  section: copy.section,
});

const versionOf = (at: number, copy: string): WireVersion => ({
  id: versionId(at),
  wireItem: itemId(at),
  copy,
  format: "feed",
  receivedAt: last - at * apart,
  hash: versionId(at),
  item: bigItem(at),
  flagged: false,
});

const sectionOf = (at: number) => sections[at % sections.length] ?? "news";
const headlineOf = (at: number) => `${sentence(at, 8).slice(0, -1)} ${at}`;
const itemId = (at: number) => `bench-item-${at}`;
const versionId = (at: number) => `bench-version-${at}`;

function bigItem(at: number): WireItem {
  const text = (line: number) => `${sentence(at * 13 + line, 30)} ${sentence(at * 7 + line, 25)}`;
  return aWireItem({
    stableKey: itemId(at),
    headline: headlineOf(at),
    standfirst: sentence(at + 1, 18),
    byline: [{ name: writers[at % writers.length] ?? "", place: null, role: null }],
    subjects: [{ scheme: "", code: "", name: `Topic ${at % 200}` }],
    publishedAt: last - at * apart,
    body: {
      type: "doc",
      content: Array.from({ length: 11 }, (_, line) => ({
        type: "paragraph",
        content: [{ type: "text", text: text(line) }],
      })),
    },
  });
}

function bigStory(at: number, partner: Partner): Story {
  const now = last - at * apart;
  const facts = { wireItem: itemId(at), version: versionId(at), partner, section: sectionOf(at), now };
  const draft = storyFrom(bigItem(at), {
    ...facts,
    id: `bench-${String(at).padStart(8, "0")}`,
    handledBy: "sample-editors-desk",
    language: "en-GB",
  });
  return { ...draft, state: { status: "live", publishedAt: now, updatedAt: now } };
}
