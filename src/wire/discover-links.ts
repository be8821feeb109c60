import { parse, type DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export type FeedLink = { readonly address: string; readonly title: string };
export type PageFacts = { readonly title: string; readonly feeds: readonly FeedLink[] };

const feedTypes = new Set([
  "application/rss+xml",
  "application/atom+xml",
  "application/feed+json",
  "application/rdf+xml",
]);
// What is said about feeds stands in the head; a page may be 30 MB.
const mostRead = 500_000;
const mostFeeds = 10;

/** The title of a page and the feeds it names, comments' feeds last, addresses made whole against the page's base. */
export function readPageFacts(bytes: Uint8Array, address: string): PageFacts {
  const elements = elementsOf(Buffer.from(bytes.subarray(0, mostRead)).toString("utf8"));
  const base = attribute(
    elements.find(({ tagName }) => tagName === "base"),
    "href",
  );
  const home = URL.parse(base, address)?.href ?? address;
  const feeds = elements.filter(isFeedLink).flatMap((link) => {
    const found = URL.parse(attribute(link, "href"), home);
    return found === null ? [] : [{ address: found.href, title: attribute(link, "title").trim() }];
  });
  const ordered = feeds.toSorted((one, other) => Number(isOfComments(one)) - Number(isOfComments(other)));
  return { title: titleOf(elements), feeds: ordered.slice(0, mostFeeds) };
}

// Not by recursion: a hostile page is nested deeper than the stack.
function elementsOf(html: string): readonly Element[] {
  const elements: Element[] = [];
  const waiting: Node[] = [...parse(html).childNodes].toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!("tagName" in node)) continue;
    elements.push(node);
    for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return elements;
}

function isFeedLink(element: Element): boolean {
  if (element.tagName !== "link" || attribute(element, "href") === "") return false;
  const rels = attribute(element, "rel").toLowerCase().split(/\s+/);
  const type = attribute(element, "type").toLowerCase().split(";")[0]?.trim() ?? "";
  return rels.includes("feed") || (rels.includes("alternate") && feedTypes.has(type));
}

const attribute = (element: Element | undefined, name: string): string =>
  element?.attrs.find((each) => each.name === name)?.value ?? "";

const isOfComments = ({ address, title }: FeedLink) => /comment/i.test(`${title} ${address}`);

function titleOf(elements: readonly Element[]): string {
  const title = elements.find(({ tagName }) => tagName === "title");
  const text = title?.childNodes.map((node) => ("value" in node ? node.value : "")).join("") ?? "";
  return text.replace(/\s+/g, " ").trim().slice(0, 200);
}
