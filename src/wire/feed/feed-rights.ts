import type { AtomFeed, RssFeed } from "feedsmith";
import type { Rights } from "../../story/wire-item.ts";
import { mediaRights } from "./feed-media.ts";
import { one, present } from "./one.ts";

type Said = Pick<
  RssFeed.Item<string> & AtomFeed.Entry<string>,
  "dc" | "dcterms" | "creativeCommons" | "cc" | "media"
>;

/** Holder, notice and terms of one item, as Dublin Core, Creative Commons and Media RSS say them (WIRE.md 4.7). */
export function rightsOf(
  { dc, dcterms, creativeCommons, cc, media }: Said,
  own?: string,
  link?: string,
): Partial<Rights> {
  const notice = one(own, dc?.rights, dcterms?.rights);
  const licence = one(link, creativeCommons?.licenses, cc?.license, dcterms?.licenses);
  return {
    ...mediaRights(media),
    ...present({ notice, terms: licence, holder: one(dcterms?.rightsHolders) }),
  };
}
