import { toIso } from "../../base/clock.ts";
import { raw } from "../../base/html.ts";
import type { Room } from "../chrome.ts";
import { markup, type Piece } from "../markup.ts";
import { wordsOf } from "../../story/body-text.ts";
import { plainLine } from "../plain-line.ts";
import type { StoryView } from "../story-view.ts";
import { personAddress } from "./names.ts";
import { usualPicture } from "./picture.ts";
import { isOwnCopyOf } from "./sent-by.ts";

/** Data for programs in a page. Whatever is in it, it cannot end its element nor break a line of it (CASES TXT-10). */
export const jsonLd = (data: object): Piece =>
  markup`<script type="application/ld+json">${raw(
    JSON.stringify(data).replace(
      /[<>&\u2028\u2029]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
    ),
  )}</script>`;

/** A story as schema.org tells it: writers and source told apart, the account that handled it not among the writers. */
export function newsArticle(view: StoryView, { paper, origin }: Room): Piece {
  const { copy, state, corrections } = view.story;
  const picture = usualPicture(copy.mainPicture);
  return jsonLd({
    "@context": "https://schema.org",
    "@type": copy.kind === "comment" ? "OpinionNewsArticle" : "NewsArticle",
    mainEntityOfPage: origin + view.address,
    headline: plainLine(copy.headline),
    description: copy.standfirst === "" ? undefined : plainLine(copy.standfirst),
    datePublished: toIso(state.publishedAt),
    dateModified: toIso(state.updatedAt),
    inLanguage: copy.language,
    author: authors(view, origin),
    publisher: { "@type": "NewsMediaOrganization", name: paper.name, url: `${origin}/` },
    ...sourceOf(view),
    image: picture === null ? undefined : [origin + picture.address],
    articleSection: view.section.name,
    keywords: copy.topics.length === 0 ? undefined : copy.topics,
    wordCount: view.story.form === "full" ? wordsOf(copy.body) : undefined,
    isAccessibleForFree: true,
    correction:
      corrections.length === 0
        ? undefined
        : corrections.map(({ at, says }) => ({
            "@type": "CorrectionComment",
            text: says,
            datePublished: toIso(at),
          })),
  });
}

function authors({ story }: StoryView, origin: string): object[] | undefined {
  const people = story.copy.byline.map(({ name }) => ({
    "@type": "Person",
    name: plainLine(name),
    url: urlOf(name, origin),
  }));
  if (people.length > 0) return people;
  if (story.taken === null) return undefined;
  return [{ "@type": "Organization", name: story.taken.sourceName }];
}

function sourceOf({ story, partner }: StoryView): object {
  const { taken } = story;
  if (taken === null) return {};
  const name = taken.sourceName;
  // A partner that sent us another house's copy is not the house.
  const home = isOwnCopyOf(taken, partner) ? partner?.home : null;
  return {
    sourceOrganization: { "@type": "NewsMediaOrganization", name, url: home ?? undefined },
    isBasedOn: taken.address ?? undefined,
    creditText: name,
  };
}

/** The absolute address of a writer's page, where there is one. */
export function urlOf(name: string, origin: string): string | undefined {
  const address = personAddress(name);
  return address === null ? undefined : origin + address;
}
