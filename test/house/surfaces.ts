import type { OpenPaper } from "./open-paper.ts";

/** One place where a story's words can be seen, as it answered. */
export type Seen = { readonly path: string; readonly status: number; readonly text: string };

/**
 * Every address of the paper at which a story shows itself (CASES ACL-08, T19), with what it is asked with. `beside`
 * is a live story that lists it among the related ones; `search` is a question it answers, not one of the words.
 */
export type SurfaceWish = {
  readonly address: string;
  readonly section: string;
  readonly person: string;
  readonly partner: string;
  readonly topic: string;
  readonly search: string;
  readonly beside: string;
};

export function surfacesOf(wish: SurfaceWish): readonly string[] {
  const { address, section, person, partner, topic, search, beside } = wish;
  const lists = ["", `/${section}`, `/by/${person}`, `/partner/${partner}`];
  const [, , year, month] = address.split("/");
  return [
    address,
    `${address}/changes`,
    ...lists.map((list) => list || "/"),
    `/topic/${topic}`,
    `/search?q=${search}`,
    "/corrections",
    ...lists.flatMap((list) => ["xml", "atom", "json"].map((type) => `${list}/feed.${type}`)),
    `/sitemap-${year}-${month}.xml`,
    "/news-sitemap.xml",
    beside,
  ];
}

/** Asks each address once, as a reader who kept what was there before would. */
export const look = async (
  paper: Pick<OpenPaper, "origin">,
  paths: readonly string[],
): Promise<readonly Seen[]> =>
  Promise.all(
    paths.map(async (path) => {
      const response = await fetch(paper.origin + path, { redirect: "manual" });
      return { path, status: response.status, text: (await response.text()).toLowerCase() };
    }),
  );

/** The paths at which one of the words is to be seen. */
export const showing = (seen: readonly Seen[], words: readonly string[]): readonly string[] =>
  seen
    .filter(({ text }) => words.some((word) => text.includes(word.toLowerCase())))
    .map(({ path }) => path)
    .toSorted();

/** Looks again and again until `done` or the time (ms) is over; answers the last look and how long it took. */
export async function lookUntil(
  within: number,
  see: () => Promise<readonly Seen[]>,
  done: (seen: readonly Seen[]) => boolean,
): Promise<{ readonly seen: readonly Seen[]; readonly took: number }> {
  const from = performance.now();
  for (;;) {
    const seen = await see();
    const took = performance.now() - from;
    if (done(seen) || took > within) return { seen, took };
    await new Promise((again) => setTimeout(again, 50));
  }
}
