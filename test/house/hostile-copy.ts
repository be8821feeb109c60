// Payloads put where a partner's copy has room for words: every field of a feed, every tag a page is read by.

/** Payloads that travel together: each field carries one, the text all of them. */
export type Hostile = { readonly name: string; readonly payloads: readonly string[] };

/** Groups of `size`, named by number. */
export const groupsOf = (payloads: readonly string[], size: number, name: string): readonly Hostile[] =>
  Array.from({ length: Math.ceil(payloads.length / size) }, (_, at) => ({
    name: `${name}-${at}`,
    payloads: payloads.slice(at * size, (at + 1) * size),
  }));

/** An RSS 2.0 file with an item for each group. Signs that XML 1.0 forbids are left out, since such a file has no reader at all. */
export const hostileRss = (groups: readonly Hostile[]): string =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Wire</title><link>https://partner.example/</link><description>x</description>${groups.map(rssItem).join("")}</channel></rss>`;

function rssItem({ name, payloads }: Hostile): string {
  const of = (at: number) => escaped(payloads[at % payloads.length] ?? "");
  return `<item><guid isPermaLink="false">${name}</guid><title>Story ${name} ${of(0)}</title>
<link>https://partner.example/${name}</link><dc:creator>Ada Brook ${of(1)}</dc:creator><description>In short ${of(2)}</description>
<category>Shipping ${of(3)}</category><source url="${of(4)}">Wire ${of(5)}</source>
<enclosure url="${of(6)}" type="image/jpeg" length="1"/><media:content url="https://partner.example/${of(7)}" medium="image"><media:description>${of(8)}</media:description><media:credit>${of(9)}</media:credit></media:content>
<content:encoded>${escaped(bodyOf({ name, payloads }))}</content:encoded></item>`;
}

/** A JSON Feed with an item for each group: every sign there is can travel in it. */
export const hostileJsonFeed = (groups: readonly Hostile[]): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "Wire",
    items: groups.map(({ name, payloads }) => {
      const of = (at: number) => payloads[at % payloads.length] ?? "";
      return {
        id: name,
        url: `https://partner.example/${name}`,
        external_url: of(4),
        title: `Story ${name} ${of(0)}`,
        authors: [{ name: `Ada Brook ${of(1)}`, url: of(6), avatar: of(7) }],
        summary: `In short ${of(2)}`,
        tags: [`Shipping ${of(3)}`, of(5)],
        image: of(8),
        content_html: bodyOf({ name, payloads }),
      };
    }),
  });

/** A web page as a site would serve it whose words all come from the group. */
export function hostilePage({ name, payloads }: Hostile): string {
  const of = (at: number) => payloads[at % payloads.length] ?? "";
  const data = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: `Story ${name} ${of(0)}`,
    description: of(2),
    author: [{ "@type": "Person", name: `Ada Brook ${of(1)}`, url: of(6) }],
    image: of(8),
    articleSection: of(3),
    publisher: { "@type": "Organization", name: of(5) },
  };
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return `<!doctype html><html lang="en"><head><title>Story ${name} ${escaped(of(0))}</title>
<meta property="og:title" content="Story ${name} ${escaped(of(0))}"><meta property="og:description" content="${escaped(of(2))}"><meta name="author" content="Ada Brook ${escaped(of(1))}">
<script type="application/ld+json">${json}</script></head><body><article><h1>Story ${name}</h1><p>${plain}</p><p>${plain}</p>${payloads.map((each) => `<div>${each}</div>`).join("\n")}<p>${plain}</p></article></body></html>`;
}

const plain =
  "The harbour board met on Monday, heard the engineers and the crane drivers, and agreed to look at the quay wall again in March, when the ice is off it.";

const bodyOf = ({ payloads }: Hostile) =>
  `<p>${plain}</p>${payloads.map((each) => `<div>${each}</div>`).join("\n")}<p>${plain}</p>`;

const escaped = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .toWellFormed()
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
