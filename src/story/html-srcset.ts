/** The address of the largest file a `srcset` offers, by width, else by density; null where it offers none. */
export function largestCandidate(srcset: string | null): string | null {
  if (srcset === null || srcset.length > 20_000) return null;
  let best: { address: string; size: number } | null = null;
  for (const { address, size } of candidatesIn(srcset))
    if (best === null || size > best.size) best = { address, size };
  return best?.address ?? null;
}

// As in the HTML standard: an address runs to the next blank (it may hold commas), its size to the next comma.
function* candidatesIn(srcset: string): Generator<{ address: string; size: number }> {
  const form = /[\s,]*(\S*[^\s,])(?:,+|\s+([^,]*)(?:,|$)|\s*$)/gy;
  for (const [, address, size] of srcset.matchAll(form))
    if (address) yield { address, size: Number.parseFloat(size ?? "") || 1 };
}
