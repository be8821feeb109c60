import type { RssFeed } from "feedsmith";

type Item = RssFeed.Item<string>;
type Read = "dc" | "dcterms" | "atom" | "media" | "itunes" | "prism" | "xml";

/** The modules of an RSS item, each there, empty where the item says nothing in it. */
export type RssModules = { readonly [Name in Read]: NonNullable<Item[Name]> };

export const modulesOf = ({ dc, dcterms, atom, media, itunes, prism, xml }: Item): RssModules => ({
  dc: dc ?? {},
  dcterms: dcterms ?? {},
  atom: atom ?? {},
  media: media ?? {},
  itunes: itunes ?? {},
  prism: prism ?? {},
  xml: xml ?? {},
});
