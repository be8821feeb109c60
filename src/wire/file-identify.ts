import type { DocumentSoFar } from "./file-document.ts";
import type { ReadyItem } from "./file-facts.ts";
import { addressOf, areTwoStories, haveOtherWords, keyApart } from "./file-identity.ts";
import { isHere, type Known, type Memory } from "./file-memory.ts";

/** Which item an arriving one belongs to, and the key it goes under; `clash`: a person should look whether that is right. */
export type Identity =
  | { readonly known: Known; readonly key: string }
  | { readonly known: undefined; readonly key: string; readonly clash: Clash };

/** Another story had the key, or the address, and the words have nothing in common with it. */
export type Clash = "key" | "address" | null;

type Where = { readonly memory: Memory; readonly document: DocumentSoFar; readonly copy: string };

/**
 * The identity rule (docs/decisions/004-who-an-item-is.md): the partner's key; where that is unknown or another
 * story's, the address, if exactly one item lies there and nothing else in the document is that item; else a new item.
 */
export function identify(ready: ReadyItem, where: Where): Identity | "waits" {
  const { item, hash } = ready;
  const { byKey } = where.memory;
  const named = byKey.get(item.stableKey);
  if (named && !isAnother(named, ready, where)) return { known: named, key: item.stableKey };
  const key = named ? keyApart(item, hash) : item.stableKey;
  const apart = named && byKey.get(key);
  if (apart) return { known: apart, key };
  const there = theOneAt(ready, where);
  if (there && !where.document.ended) return "waits";
  if (!there) return { known: undefined, key, clash: named ? "key" : null };
  if (there.words && haveOtherWords(there.words, item)) return { known: undefined, key, clash: "address" };
  return { known: there, key: item.stableKey };
}

function isAnother(named: Known, ready: ReadyItem, { document, copy }: Where): boolean {
  if (named.words === null || isHere(named, ready)) return false;
  const counts = named.versions.find(({ id }) => id === named.item.currentVersion);
  const inOneCopy = document.named.has(named.item.id) || counts?.copy === copy;
  return areTwoStories(named.words, ready.item, { inOneCopy });
}

/** The one item at the address of the arriving one, unless something else in the document is that item or lies there too. */
function theOneAt({ item }: ReadyItem, { memory, document }: Where): Known | undefined {
  const address = addressOf(item);
  if (address === null || (document.keysAt.get(address)?.size ?? 0) > 1) return undefined;
  const ever = [...(memory.byAddress.get(address) ?? [])];
  // Of several that were there once, the one that is there still.
  const there = ever.length > 1 ? ever.filter(({ words }) => words && addressOf(words) === address) : ever;
  const [one, ...others] = there;
  return one && others.length === 0 && !document.named.has(one.item.id) ? one : undefined;
}
