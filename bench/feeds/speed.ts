import { parseRssFeed } from "feedsmith";
import { readFeed } from "../../src/wire/feed/read-feed.ts";
import { parseHere } from "../../src/wire/parse-copy.ts";
import { openParseRoom } from "../../src/wire/parse-room.ts";
import { monitorEventLoopDelay } from "node:perf_hooks";

export type Timing = { readonly what: string; readonly ms: number };

/** Times one feed of 1,000 items: in this thread, and through the parse room with the lag it causes here. Medians of five. */
export async function timeParsing(): Promise<Timing[]> {
  const text = aFeed(1000);
  const bytes = new TextEncoder().encode(text);
  const origin = { contentType: null, address: "http://base.test/feed.xml" };
  const room = openParseRoom();
  await room.parse(bytes, origin);
  const [here, chunks, lags]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < 5; round++) {
    here.push(await timed(async () => void (await parseHere(bytes, origin))));
    const lag = monitorEventLoopDelay({ resolution: 5 });
    lag.enable();
    chunks.push(await timed(async () => void (await room.parse(bytes, origin))));
    lags.push(lag.max / 1e6);
  }
  const each = readFeed({ text, ...origin });
  const first = await timed(async () => void ("items" in each && [...each.items].length));
  await room.close();
  const alone = await timed(async () => void parseRssFeed(text));
  return [
    { what: "feedsmith alone, without guard, body or wire items", ms: alone },
    { what: "bytes to items, same thread", ms: median(here) },
    { what: "items made from a feed already opened", ms: first },
    { what: "bytes to items, through the parse room", ms: median(chunks) },
    { what: "longest wait of the main loop meanwhile", ms: median(lags) },
  ];
}

function aFeed(count: number): string {
  const paragraph = `<p>The minister said <a href="https://news.example/a">on Tuesday</a> that the plan, <em>announced</em> last week, would be put to the vote &amp; that more would follow.</p>`;
  const body = paragraph.repeat(Math.ceil(5000 / paragraph.length));
  const items = Array.from(
    { length: count },
    (_, at) =>
      `<item><title>Story ${at}</title><link>https://news.example/${at}</link><guid>https://news.example/${at}</guid><pubDate>Tue, 10 Jun 2025 09:41:01 GMT</pubDate><dc:creator>Ann Other</dc:creator><category>News</category><description>Short</description><content:encoded><![CDATA[${body}]]></content:encoded></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News</title><link>https://news.example/</link>${items.join("")}</channel></rss>`;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
