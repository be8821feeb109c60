/**
 * What is known of the document being filed, over all its batches. An item under a new key may be an old story at
 * its old address, but only when nothing else in the document is that story: so such items wait until it `ended`.
 */
export type DocumentSoFar = {
  ended: boolean;
  /** Wire items that something in the document is a version of. */
  readonly named: Set<string>;
  /** The keys that lie at each plain address. */
  readonly keysAt: Map<string, Set<string>>;
};

export const documentSoFar = (): DocumentSoFar => ({ ended: false, named: new Set(), keysAt: new Map() });
