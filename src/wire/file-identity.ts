import { plainAddress } from "../base/plain-address.ts";
import type { Block } from "../story/body.ts";
import type { WireItem } from "../story/wire-item.ts";
import { fileKey } from "./file-key.ts";

/**
 * True when two items under one key are two stories and not two versions of one (CASES XML-15): they lie at
 * different addresses (or at none, `inOneCopy`) and share hardly a word. Orders to take copy away carry no text
 * and are always meant for the item they name.
 */
export function areTwoStories(
  known: WireItem,
  arriving: WireItem,
  { inOneCopy }: { inOneCopy: boolean },
): boolean {
  const [one, other] = [addressOf(known), addressOf(arriving)];
  const apart = one === null || other === null ? inOneCopy && one === other : one !== other;
  return apart && haveOtherWords(known, arriving);
}

/** True when two items share hardly a word, so that one is no version of the other unless something else says so. */
export const haveOtherWords = (known: WireItem, arriving: WireItem): boolean =>
  tells(known) && tells(arriving) && sharedWords(wordsOf(known), wordsOf(arriving)) < fewShared;

/** The key of an item whose own key belongs to another story: its address, else its content. */
export const keyApart = (item: WireItem, hash: string): string => {
  const address = addressOf(item);
  return fileKey(address === null ? "" : `address:${address}`, hash);
};

/** Where an item lies, as far as that tells stories apart and fits an index; null: nowhere of its own. */
export function addressOf({ source }: WireItem): string | null {
  const address = plainAddress(source.address);
  return address === null ? null : fileKey(address, "");
}

// Two reports of one event share about a third of their words, two versions of one story nearly all.
const fewShared = 0.2;
const enoughWords = 3;

const tells = (item: WireItem) =>
  (item.status === "usable" || item.status === "held") && item.headline.trim() !== "";

function wordsOf(item: WireItem): Set<string> {
  const text = [item.headline, item.standfirst, ...item.body.content.slice(0, 6).map(textOf)].join(" ");
  return new Set(
    text
      .slice(0, 4000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu),
  );
}

const textOf = (block: Block): string =>
  block.type === "paragraph" || block.type === "heading"
    ? (block.content ?? []).map((each) => (each.type === "text" ? each.text : " ")).join("")
    : "";

function sharedWords(one: Set<string>, other: Set<string>): number {
  if (Math.min(one.size, other.size) < enoughWords) return 1;
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / Math.min(one.size, other.size);
}
