import type { AtomFeed } from "feedsmith";
import type { Subject } from "../../story/wire-item.ts";
import type { FeedDates, FeedItem, FeedWords } from "./feed-item.ts";
import { kindOf, picturesOf, statusOf, type MediaFile } from "./feed-media.ts";
import { notesIn } from "./feed-notes.ts";
import { rightsOf } from "./feed-rights.ts";
import { one, present } from "./one.ts";

type Entry = AtomFeed.Entry<string>;

/** An Atom entry, 0.3 or 1.0, told in the words all feed formats share. */
export function atomEntry(entry: Entry, unknown: Readonly<Record<string, string>>): FeedItem {
  const { links = [], source, media } = entry;
  const base = entry.xml?.base ?? null;
  const files = filesOf(links);
  const { notes, rest } = notesIn(unknown);
  return {
    id: entry.id ?? "",
    link: linkOf(entry),
    base,
    bodyBase: one(entry.content?.xml?.base, entry.summary?.xml?.base, base) ?? null,
    language: languageOf(entry),
    ...wordsOf(entry),
    authors: authorsOf(entry),
    dates: datesOf(entry),
    subjects: subjectsOf(entry),
    places: entry.dcterms?.spatials ?? [],
    section: null,
    pictures: picturesOf(media, files, base),
    kind: kindOf(media, files),
    source: { name: source?.title?.value ?? null, address: null },
    rights: rightsOf(
      entry,
      one(entry.rights?.value, source?.rights?.value),
      links.find(({ rel }) => rel === "license")?.href,
    ),
    status: statusOf(media),
    links: links.flatMap(({ rel, href }) => (href === undefined ? [] : [{ rel: rel ?? "alternate", href }])),
    notes,
    unmapped: { ...rest, ...leftOver(entry) },
  };
}

const linkOf = ({ links, content }: Entry): string => {
  const told = (links ?? []).filter(({ rel }) => rel === undefined || rel === "alternate");
  const page = told.find(({ type }) => type === undefined || type.includes("html")) ?? told[0];
  return one(page?.href, content?.src) ?? "";
};

const languageOf = ({ xml, content, title, dc }: Entry) =>
  one(xml?.lang, content?.xml?.lang, title?.xml?.lang, dc?.languages) ?? null;

function wordsOf({
  title,
  summary,
  content,
  dc,
  media,
}: Entry): Pick<FeedItem, "headline" | "summary" | "content"> {
  const group = media?.groups?.[0];
  const described = one(media?.description?.value, group?.description?.value);
  return {
    headline: words(title) ?? {
      html: false,
      text: one(dc?.titles, media?.title?.value, group?.title?.value) ?? "",
    },
    summary: words(summary) ?? (described === undefined ? null : { html: true, text: described }),
    content: isText(content?.type) ? words(content) : null,
  };
}

const isText = (type: string | undefined) => type === undefined || type === "text" || type === "html";

function words(text: { value?: string; type?: string } | undefined): FeedWords | null {
  return text?.value === undefined ? null : { html: text.type === "html", text: text.value };
}

// An entry without authors has those of the feed it came from (RFC 4287, 4.2.1).
function authorsOf({ authors, source, dc, dcterms }: Entry): readonly string[] {
  const people = [authors, source?.authors].find((each) => each !== undefined && each.length > 0);
  return people?.map(({ name, email }) => name ?? email ?? "") ?? dc?.creators ?? dcterms?.creators ?? [];
}

const datesOf = ({ published, updated, dcterms, dc }: Entry): FeedDates => ({
  published: one(published, dcterms?.issued, dc?.dates),
  updated: one(updated, dcterms?.modified),
  created: one(dcterms?.created),
});

function subjectsOf({ categories, dc, media }: Entry): Subject[] {
  const told = (categories ?? []).map(({ term, scheme, label }) => ({
    scheme: scheme ?? "",
    code: term ?? "",
    name: one(label, term) ?? "",
  }));
  const free = [...(dc?.subjects ?? []), ...(media?.keywords ?? media?.groups?.[0]?.keywords ?? [])];
  return [...told, ...free.map((name) => ({ scheme: "", code: "", name }))].filter(({ name }) => name !== "");
}

const filesOf = (links: NonNullable<Entry["links"]>): MediaFile[] =>
  links
    .filter(({ rel }) => rel === "enclosure")
    .map(({ href, type }) => ({ url: href ?? "", type: type ?? "" }));

function leftOver({ contributors, source, georss, geo, thr, app, content }: Entry): Record<string, unknown> {
  const other = isText(content?.type) ? undefined : content;
  return present<unknown>({ contributors, source, georss, geo, thr, app, content: other });
}
