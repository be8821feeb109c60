import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseRssFeed } from "feedsmith";
import sanitize from "sanitize-html";

/**
 * The least anybody could do with a feed: feedsmith, sanitize-html, one upsert transaction at full durability.
 * Answers items a second for one feed into a fresh table.
 */
export function bareChain(feed: string): number {
  const database = new DatabaseSync(join(mkdtempSync(join(tmpdir(), "offstone-bare-")), "items.db"));
  database.exec(
    "pragma journal_mode = wal; pragma synchronous = full; create table item (guid text primary key, title text, html text, published text)",
  );
  const started = performance.now();
  const items = parseRssFeed(feed).items ?? [];
  const upsert = database.prepare(
    "insert into item values (?, ?, ?, ?) on conflict (guid) do update set title = excluded.title, html = excluded.html",
  );
  database.exec("begin immediate");
  for (const item of items)
    upsert.run(
      item.guid?.value ?? "",
      item.title ?? "",
      sanitize(item.content?.encoded ?? ""),
      String(item.pubDate ?? ""),
    );
  database.exec("commit");
  const rate = items.length / ((performance.now() - started) / 1000);
  database.close();
  return rate;
}
