import type { RssFeed } from "feedsmith";
import type { Subject } from "../../story/wire-item.ts";
import type { FeedDates, FeedItem, FeedWords } from "./feed-item.ts";
import { kindOf, picturesOf, statusOf, type MediaFile } from "./feed-media.ts";
import { notesIn } from "./feed-notes.ts";
import { rightsOf } from "./feed-rights.ts";
import { one, present } from "./one.ts";
import { modulesOf, type RssModules } from "./rss-modules.ts";

type Item = RssFeed.Item<string>;

/** An RSS item of any version with its modules, told in the words all feed formats share. */
export function rssItem(item: Item, unknown: Readonly<Record<string, string>>): FeedItem {
  const modules = modulesOf(item);
  const { dc, dcterms, atom, xml, prism } = modules;
  const base = xml.base ?? null;
  const files = filesOf(item);
  const { notes, rest } = notesIn(unknown);
  return {
    id: one(item.guid?.value, atom.id) ?? "",
    link: linkOf(item, modules),
    base,
    bodyBase: base,
    language: one(xml.lang, dc.languages, dcterms.languages) ?? null,
    headline: headlineOf(item, modules),
    ...wordsOf(item, modules),
    authors: authorsOf(item, modules),
    dates: datesOf(item, modules),
    subjects: subjectsOf(item, modules),
    places: dcterms.spatials ?? [],
    section: prism.section ?? null,
    pictures: picturesOf(item.media, files, base),
    kind: kindOf(item.media, files),
    source: {
      name: one(item.source?.title, atom.source?.title?.value, dc.sources) ?? null,
      address: item.source?.url ?? null,
    },
    rights: rightsOf(item, one(prism.copyright)),
    status: statusOf(item.media),
    links: linksOf(item, files),
    notes,
    unmapped: { ...rest, ...leftOver(item) },
  };
}

function linkOf({ link, guid }: Item, { atom, prism }: RssModules): string {
  const alternate = atom.links?.find(({ rel }) => rel === undefined || rel === "alternate")?.href;
  const isPermanent = guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? "");
  return one(link, alternate, isPermanent ? guid?.value : undefined, prism.urls) ?? "";
}

const html = (text: string | undefined): FeedWords | null =>
  text === undefined ? null : { html: true, text };

const typed = (text: { value?: string; type?: string } | undefined): FeedWords | null =>
  text?.value === undefined ? null : { html: text.type === "html", text: text.value };

// RSS does not say what a title is; it is read as HTML once, as a description is (one defined decoding, XML-12).
const headlineOf = (item: Item, { dc, dcterms, atom, media, itunes }: RssModules): FeedWords => ({
  html: true,
  text: one(item.title, dc.titles, dcterms.titles, atom.title?.value, media.title?.value, itunes.title) ?? "",
});

function wordsOf(item: Item, modules: RssModules): Pick<FeedItem, "summary" | "content"> {
  const short = typed(modules.atom.summary);
  const content = html(item.content?.encoded) ?? typed(modules.atom.content);
  // Who sends both a summary and a description means the description to be the text.
  if (content === null && short !== null && item.description !== undefined) {
    return { summary: short, content: html(item.description) };
  }
  return { summary: summaryOf(item, modules), content };
}

function summaryOf(
  { description }: Item,
  { dc, dcterms, media, itunes, atom }: RssModules,
): FeedWords | null {
  const told = one(
    description,
    dc.descriptions,
    dcterms.abstracts,
    dcterms.descriptions,
    itunes.summary,
    itunes.subtitle,
  );
  return html(told) ?? typed(atom.summary) ?? html(media.description?.value);
}

function authorsOf({ authors }: Item, { dc, dcterms, atom, itunes, media }: RssModules): readonly string[] {
  const people = [
    dc.creators,
    authors?.map(nameOf),
    atom.authors?.map(nameOf),
    dcterms.creators,
    itunes.author === undefined ? undefined : [itunes.author],
    media.credits?.filter(({ role }) => role === "author").map(({ value }) => value ?? ""),
  ];
  return people.find((names) => names !== undefined && names.length > 0) ?? [];
}

const nameOf = ({ name, email }: { name?: string; email?: string }) => name ?? email ?? "";

function datesOf({ pubDate }: Item, { dc, dcterms, prism, atom }: RssModules): FeedDates {
  const valid = one(dcterms.valid);
  return {
    published: one(pubDate, atom.published, dcterms.issued, dc.dates, prism.publicationDates, dcterms.dates),
    updated: one(dcterms.modified, atom.updated, prism.modificationDate),
    created: one(dcterms.created, prism.creationDate),
    embargoed: one(prism.embargoDate, periodEnd(valid, "start")),
    expires: one(prism.killDate, prism.expirationDate, periodEnd(valid, "end")),
  };
}

// DCMI Period: "start=2002-10-13T09:00+01:00; end=…; scheme=W3C-DTF".
const periodEnd = (period: string | undefined, end: "start" | "end") =>
  new RegExp(`\\b${end}\\s*=\\s*([^;]+)`).exec(period ?? "")?.[1]?.trim();

function subjectsOf({ categories }: Item, { dc, dcterms, media, prism, itunes }: RssModules): Subject[] {
  const told = (categories ?? []).map(({ name, domain }) => subject(name, { scheme: domain }));
  const free = [dc.subjects, dcterms.subjects, media.keywords, prism.keywords, itunes.keywords].flatMap(
    (names) => names ?? [],
  );
  const coded = (media.categories ?? []).map(({ name, scheme, label }) =>
    subject(label ?? name, { scheme, code: name }),
  );
  return [...told, ...free.map((name) => subject(name)), ...coded].filter(({ name }) => name !== "");
}

const subject = (
  name: string | undefined,
  { scheme, code }: { scheme?: string | undefined; code?: string | undefined } = {},
): Subject => ({ scheme: scheme ?? "", code: code ?? "", name: name ?? "" });

const filesOf = ({ enclosures }: Item): MediaFile[] =>
  (enclosures ?? []).map(({ url, type }) => ({ url: url ?? "", type: type ?? "" }));

function linksOf(
  { comments, source, atom }: Item,
  files: readonly MediaFile[],
): { rel: string; href: string }[] {
  const told = [
    ...files.map(({ url }) => ({ rel: "enclosure", href: url })),
    { rel: "comments", href: comments ?? "" },
    { rel: "via", href: source?.url ?? "" },
    ...(atom?.links ?? []).map(({ rel, href }) => ({ rel: rel ?? "alternate", href: href ?? "" })),
  ];
  return told.filter(({ href }) => href !== "");
}

// What the newsroom's form has no place for, kept as it was read.
const leftOver = ({ georss, geo, slash, itunes, podcast, thr, authors, prism, guid }: Item) =>
  present<unknown>({ georss, geo, slash, itunes, podcast, thr, prism, people: authors, guid });
