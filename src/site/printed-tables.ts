import type { Taken } from "../story/story.ts";
import type { Tables } from "../store/tables.ts";

/**
 * The tables as the public site reads them: copy that our own newsroom sent over a wire of its own is ours, and no
 * page, list or feed says that somebody else published it first.
 */
export function printedTables(read: Tables): Tables {
  const { stories, search } = read;
  return {
    ...read,
    stories: {
      ...stories,
      find: async (id) => printed(await stories.find(id)),
      findByAddress: async (address) => printed(await stories.findByAddress(address)),
      listVisible: async (choice) => (await stories.listVisible(choice)).map(asPrinted),
      listCorrected: async (now, limit) => (await stories.listCorrected(now, limit)).map(asPrinted),
    },
    search: {
      ...search,
      find: async (ask) => (await search.find(ask)).map((hit) => ({ ...hit, card: asPrinted(hit.card) })),
    },
  };
}

type Sourced = { readonly taken: Taken | null };

const printed = <Of extends Sourced>(story: Of | undefined) => story && asPrinted(story);

const asPrinted = <Of extends Sourced>(story: Of): Of =>
  story.taken?.own === true ? { ...story, taken: null } : story;
