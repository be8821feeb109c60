import { parseFragment } from "parse5";
import { z } from "zod";
import { oneLine, shorten } from "../base/text.ts";
import type { Outbound } from "../outbound/client.ts";
import type { Page } from "../outbound/fetched.ts";
import { readPageFacts } from "./discover-links.ts";
import { copyKind } from "./poll-copy-kind.ts";
import { refuse } from "./poll-refusals.ts";

/** What was asked on the way to a feed, and what came of it. */
export type Tried = { readonly address: string; readonly says: string };

export type Discovery =
  | {
      readonly became: "found";
      readonly address: string;
      readonly title: string;
      readonly home: string | null;
    }
  | {
      readonly became: "refused";
      readonly code: string;
      readonly says: string;
      readonly tried: readonly Tried[];
    };

const usualPlaces = ["/feed", "/rss", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json"];

/**
 * Finds the feed of a site: the address itself, the feeds its page names, then the usual places. Each is fetched and
 * must hold a feed. `title` is the feed's own ("" without one); `home` the page it was found from. A failure to reach
 * the address at all is refused with the reason of the way out.
 */
export async function discoverFeed(
  given: string,
  { outbound }: { readonly outbound: Outbound },
): Promise<Discovery> {
  const address = withScheme(given.trim());
  const first = await outbound.fetchPage(address, { kind: "page" });
  if (first.became === "failed") {
    const tried = [{ address, says: first.says }];
    return { became: "refused", code: first.code, says: first.says, tried };
  }
  if (first.became === "unchanged") throw new Error("an answer to a condition that was not sent");
  if (isCopy(first)) return found(address, first, null);
  const named = readPageFacts(first.bytes, first.address).feeds.map((link) => link.address);
  const places = usualPlaces.map((path) => new URL(path, first.address).href);
  return tryEach([...new Set([...named, ...places])], { address, home: first.address, outbound });
}

// People write "paper.example"; what has a scheme of whatever kind is left for the way out to judge.
const withScheme = (address: string) =>
  /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;

type Looking = { readonly address: string; readonly home: string; readonly outbound: Outbound };

async function tryEach(
  candidates: readonly string[],
  { address, home, outbound }: Looking,
): Promise<Discovery> {
  const tried: Tried[] = [{ address, says: "It is a page, not a feed." }];
  for (const candidate of candidates) {
    const fetched = await outbound.fetchPage(candidate, { kind: "feed" });
    if (fetched.became === "fetched" && isCopy(fetched)) return found(candidate, fetched, home);
    tried.push({
      address: candidate,
      says: fetched.became === "failed" ? fetched.says : "It is not a feed.",
    });
  }
  const places = tried.map((each) => each.address).join(", ");
  const { code, says } = refuse("feed-not-found", { detail: { address, tried: places } });
  return { became: "refused", code, says, tried };
}

const isCopy = ({ bytes }: Page) => ["feed", "data"].includes(copyKind(bytes));

function found(asked: string, page: Page, home: string | null): Discovery {
  // A redirect for good is taken at its word here: nobody relies on the old address yet.
  const isForGood = page.hops.slice(0, -1).every(({ status }) => status === 301 || status === 308);
  const address = isForGood ? page.address : asked;
  return { became: "found", address, title: titleOf(page.bytes), home };
}

const titled = z.object({ title: z.string() });

function titleOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("utf8").trim();
  if (/^\uFEFF?\s*[{[]/.test(text)) return titleOfJson(text);
  const written = /<title(?:\s[^>]*)?>([^]{0,2000}?)<\/title>/i.exec(text.slice(0, 64_000))?.[1] ?? "";
  // Twice: titles are often HTML inside XML, and once too many harms no name.
  return plain(plain(written.replace(/<!\[CDATA\[([^]*?)\]\]>/g, "$1")));
}

function titleOfJson(text: string): string {
  try {
    const read = titled.safeParse(JSON.parse(text.replace(/^\uFEFF/, "")));
    return read.success ? plain(read.data.title) : "";
  } catch {
    return "";
  }
}

function plain(markup: string): string {
  const texts = parseFragment(markup).childNodes.map((node) => ("value" in node ? node.value : ""));
  return shorten(oneLine(texts.join("")), 200);
}
