import type { AtomFeed, RssFeed } from "feedsmith";
import type { FeedFacts } from "../format.ts";
import { absolute } from "./absolute.ts";
import type { CanonicalFeed } from "./canonical-feed.ts";
import type { FeedDefaults, FeedWords } from "./feed-item.ts";
import { textOf } from "./feed-words.ts";
import { atomFeed, rssFeed } from "./feedsmith.ts";
import { htmlText } from "./html-text.ts";
import { one } from "./one.ts";

/** What a feed says of itself, and what its items take over from it. */
export type FeedHead = { readonly facts: FeedFacts; readonly defaults: Omit<FeedDefaults, "sharedIds"> };

export function headOf({ dialect, head, language }: CanonicalFeed): FeedHead {
  const said = dialect === "rss" ? rssHead(rssFeed(head) ?? {}) : atomHead(atomFeed(head) ?? {});
  const home = absolute(said.home, null);
  const spoken = one(said.language, language) ?? null;
  return {
    facts: { title: textOf(said.title), home, language: spoken },
    defaults: { language: spoken, home, rightsNotice: htmlText(said.rights), authors: said.authors },
  };
}

type Said = {
  readonly title: FeedWords;
  readonly home: string | undefined;
  readonly language: string | undefined;
  readonly rights: string;
  readonly authors: readonly string[];
};

function rssHead({ title, link, language, copyright, atom, dc, itunes, media }: RssFeed.Feed<string>): Said {
  return {
    title: { html: true, text: one(title, dc?.titles, itunes?.title) ?? "" },
    home: one(link, alternate(atom?.links)),
    language: one(language, dc?.languages),
    rights: one(copyright, dc?.rights, media?.copyright?.value) ?? "",
    authors: dc?.creators ?? [],
  };
}

function atomHead({ title, links, rights, authors, dc }: AtomFeed.Feed<string>): Said {
  return {
    title: { html: title?.type === "html", text: one(title?.value, dc?.titles) ?? "" },
    home: alternate(links),
    language: one(dc?.languages),
    rights: rights?.value ?? "",
    authors: (authors ?? []).map(({ name, email }) => name ?? email ?? ""),
  };
}

const alternate = (links: readonly { rel?: string; href?: string }[] | undefined) =>
  links?.find(({ rel }) => rel === undefined || rel === "alternate")?.href;
