import type { FeedItem, FeedWords } from "./feed-item.ts";

// The text of a story need not be escaped, sent through feedsmith and decoded again, which takes as long as all the
// rest of the item. A ticket stands for it on that way.

type Place = { readonly name: string; readonly longTexts?: string[] };

/** The text itself, or, where it is a long one that FeedItem keeps as words, a ticket for it. */
export function ticketFor(text: string, { name, longTexts }: Place): string {
  if (longTexts === undefined || text.length < 500 || !tickets.test(name)) return text;
  return `\uE000${longTexts.push(text) - 1}\uE001`;
}

const tickets = /^(?:description|content:encoded|(?:atom:)?(?:content|summary))$/;

/** Gives the texts back for their tickets. */
export function withLongTexts(item: FeedItem, longTexts: readonly string[]): FeedItem {
  if (longTexts.length === 0) return item;
  return { ...item, summary: redeem(item.summary, longTexts), content: redeem(item.content, longTexts) };
}

function redeem(words: FeedWords | null, longTexts: readonly string[]): FeedWords | null {
  const number = /^\uE000(\d+)\uE001$/.exec(words?.text ?? "")?.[1];
  const text = longTexts[Number(number ?? -1)];
  return words === null || text === undefined ? words : { ...words, text };
}
