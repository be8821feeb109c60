/** What a reader found out of order while the items could be read all the same. */
export type FeedTrouble = {
  readonly items: readonly unknown[];
  readonly cut: boolean;
  readonly lost: number;
  readonly shortened: number;
};

/** One sentence on what is missing, null where nothing is. A cut feed must not be taken for a complete one (CASES F4). */
export function damageOf({ items, cut, lost, shortened }: FeedTrouble): string | null {
  const all = items.length + lost;
  if (lost > 0) return `${items.length} of ${all} items read: the copy is cut off inside an item.`;
  if (cut)
    return `${items.length} items read, but the copy ends before its last tag, so more may be missing.`;
  return shortened === 0
    ? null
    : `${items.length} items read; ${shortened} texts were too long and were shortened.`;
}
