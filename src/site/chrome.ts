import type { Section } from "../story/section.ts";
import type { Paper } from "./paper.ts";
import type { Site } from "./page.ts";

/** What every page shows round its own: the sections of the masthead. Changes under the tag "settings". */
export type Chrome = { readonly sections: readonly Section[] };

/** What a page is drawn with. */
export type Room = { readonly paper: Paper; readonly origin: string; readonly chrome: Chrome };

export const loadChrome = async ({ store }: Pick<Site, "store">): Promise<Chrome> => ({
  sections: await store.read.sections.list(),
});

/** The section of that slug; one that is gone from the masthead keeps its slug as a name. */
export const sectionOf = ({ sections }: Chrome, slug: string): Section =>
  sections.find((each) => each.slug === slug) ?? { slug, name: slug, tone: "news", rank: 0, says: "" };
