import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { z } from "zod";
import { mainFile, startNewsroom, type Peer } from "./peers.ts";

const seed = join(import.meta.dirname, "../../shared/seed/article-page.txt");
const underContract = "--partner|The Guardian|--agreement|contract|--section|Europe|--publish|--json".split(
  "|",
);
const answer = z.object({ status: z.string(), url: z.string() });

/** A running newsroom with the sample edition; `story` is the path of the page measured, `says` what story that is. */
export type SeedNewsroom = { readonly peer: Peer; readonly story: string; readonly says: string };

/** Starts it and takes the seed page in under contract; where the seed is absent, a story of the sample edition stands for it. */
export async function seedNewsroom(port: number): Promise<SeedNewsroom> {
  const data = await mkdtemp(join(tmpdir(), "offstone-bench-seed-"));
  const peer = await startNewsroom(port, data);
  if (!existsSync(seed))
    return { peer, story: await chiefStory(peer), says: "the chief story of the sample edition" };
  const picture = join(data, "main.jpg");
  await sharp(join(import.meta.dirname, "../src/site/art/chamber.svg"), { density: 144 })
    .jpeg()
    .toFile(picture);
  const told = await command(data, ["import", seed, "--picture", picture, ...underContract]);
  const { status, url } = answer.parse(JSON.parse(told));
  if (status !== "live") throw new Error(`The seed page did not go live: ${told}`);
  return { peer, story: new URL(url).pathname, says: "the seed page, imported under contract" };
}

/** What a command of the newsroom on this folder answers. */
export async function command(data: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, OFFSTONE_DATA: data, DATABASE_URL: "" };
  const { stdout } = await promisify(execFile)(process.execPath, [mainFile, ...args], {
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

async function chiefStory({ origin }: Peer): Promise<string> {
  const front = await (await fetch(origin)).text();
  const path = /href="(\/[a-z-]+\/\d{4}\/\d\d\/\d\d\/[^"]+)"/.exec(front)?.[1];
  if (path === undefined) throw new Error("The front shows no story.");
  return path;
}
