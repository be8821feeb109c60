import { loadChrome } from "../chrome.ts";
import { writerFrom } from "../find-person.ts";
import { refuse } from "../refusals.ts";
import type { FeedOf } from "./feed-page.ts";

/** The whole paper. */
export const wholePaper: FeedOf = {
  under: "",
  find: async (_, { paper }) => ({ which: {}, name: null, says: paper.says, home: "/", tags: ["fronts"] }),
};

/** One section. */
export const ofSection: FeedOf = {
  under: "/:section",
  async find({ params }, site) {
    const { sections } = await loadChrome(site);
    const section = sections.find(({ slug }) => slug === params["section"]);
    if (section === undefined) throw refuse("page-not-found");
    const { slug, name, says } = section;
    return {
      which: { section: slug },
      name,
      says: says || name,
      home: `/${slug}`,
      tags: [`section:${slug}`],
    };
  },
};

/** One partner. */
export const ofPartner: FeedOf = {
  under: "/partner/:name",
  async find({ params }, { store }) {
    const partner = await store.read.partners.findBySlug(params["name"] ?? "");
    if (partner === undefined) throw refuse("page-not-found");
    const { id, slug, name, says } = partner;
    const tags = [`partner:${slug}`, `partner:${id}`];
    return {
      which: { partner: id },
      name,
      says: says || name,
      home: `/partner/${encodeURIComponent(slug)}`,
      tags,
    };
  },
};

/** One writer. */
export const ofPerson: FeedOf = {
  under: "/by/:name",
  async find({ params }, { store, clock }) {
    const slug = params["name"] ?? "";
    const known = await store.read.people.findBySlug(slug);
    const cards = known
      ? []
      : await store.read.stories.listVisible({ person: slug, now: clock.now(), limit: 5 });
    const person = known ?? writerFrom(cards, slug);
    if (person === undefined) throw refuse("page-not-found");
    const home = `/by/${encodeURIComponent(slug)}`;
    return {
      which: { person: slug },
      name: person.name,
      says: person.says || person.name,
      home,
      tags: [`person:${slug}`],
    };
  },
};
