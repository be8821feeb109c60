import type { Instant } from "../../base/clock.ts";
import { sql as text } from "kysely";
import { publicCopy } from "../../story/public-copy.ts";
import type { Story, StoryCard } from "../../story/story.ts";
import { fromJson } from "../json.ts";
import type { Sql } from "../sql.ts";
import { extractOf } from "./search-extract.ts";
import { foldedText, searchPhrases } from "./search-words.ts";
import { visible } from "./visible.ts";

/**
 * `extract` is plain text around the first words found, at most some 240 characters; each word found stands between
 * U+0001 and U+0002, so that a page can escape the text and then draw the marks.
 */
export type SearchHit = { readonly card: StoryCard; readonly extract: string };

/** Full text over visible stories, best first. Any text is a legal query; query syntax of the engine never shows through. */
export type Search = {
  find(ask: { text: string; now: Instant; limit: number; section?: string }): Promise<readonly SearchHit[]>;
};

export const searchIn = (sql: Sql): Search => ({
  async find({ text: asked, now, limit, section }) {
    const phrases = searchPhrases(asked);
    if (phrases.length === 0) return [];
    const inSection = section === undefined ? text`` : text`and stories.section = ${section}`;
    const rows = await sql.dialect.fullText.find(sql.db, {
      phrases,
      section: foldedText(section ?? "") || null,
      visible: text`${visible(now)} ${inSection}`,
      limit,
    });
    const words = new Set(phrases.flat());
    return rows.map((row) => ({
      card: fromJson<StoryCard>(row.card),
      extract: extractOf(publicCopy(fromJson<Story>(row.whole)), words),
    }));
  },
});
