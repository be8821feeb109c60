import type { Agreement } from "../story/agreement.ts";
import type { Story } from "../story/story.ts";
import type { Robots } from "./parts/document.ts";

/**
 * Where a story is to be known and who may list it, by the partner's agreement (FEATURES.md 3.8): "own" = here;
 * "canonical" = at its source, where its address is known; the others keep all robots, or those of news, away.
 */
export function indexPolicy(
  { taken }: Pick<Story, "taken">,
  agreement: Agreement | null,
  own: string,
): { readonly canonical: string | null; readonly robots: Robots } {
  if (taken === null || agreement === null) return { canonical: own, robots: null };
  switch (agreement.index) {
    case "own":
      return { canonical: own, robots: null };
    case "canonical":
      return taken.address === null
        ? { canonical: null, robots: "noindex" }
        : { canonical: taken.address, robots: null };
    case "noindex":
      return { canonical: null, robots: "noindex" };
    case "noindex-news":
      return { canonical: own, robots: "noindex-news" };
  }
}

/** Whether stories of this agreement belong in our sitemaps. */
export const isListed = (agreement: Agreement): boolean => agreement.index === "own";
