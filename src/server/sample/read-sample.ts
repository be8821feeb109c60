import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const facts = z.object({
  slugline: z.string(),
  /** How long before the first start it came out. */
  hours: z.number(),
  section: z.string(),
  partner: z.string().nullable().default(null),
  version: z.number().int().default(1),
  kind: z.enum(["news", "comment", "feature"]).default("news"),
  headline: z.string(),
  standfirst: z.string(),
  by: z.string(),
  dateline: z.string().default(""),
  picture: z.object({ art: z.string(), alt: z.string(), caption: z.string(), credit: z.string() }).optional(),
  topics: z.array(z.string()).default([]),
  /** What the partner sent where our copy differs: another headline, paragraphs we cut. */
  wire: z.object({ headline: z.string(), cut: z.string() }).optional(),
  correction: z.string().optional(),
  killed: z.string().optional(),
});

/** A story of the sample edition: its facts and its text as HTML. */
export type Sample = z.infer<typeof facts> & { readonly html: string };

/** The stories that ship with Offstone, in the order of their files, oldest version of nothing: each is whole. */
export async function readSamples(): Promise<readonly Sample[]> {
  const folder = join(import.meta.dirname, "stories");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".html"));
  return Promise.all(
    files.toSorted().map(async (file) => sampleFrom(await readFile(join(folder, file), "utf8"))),
  );
}

function sampleFrom(text: string): Sample {
  const [, head = "", html = ""] = /^<!-- (.*?) -->\n([\s\S]*)$/.exec(text) ?? [];
  return { ...facts.parse(JSON.parse(head)), html };
}
