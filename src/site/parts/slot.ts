import { markup, type Piece } from "../markup.ts";
import { findArt } from "../shipped.ts";

/** An ad that was sold and chosen: where it leads, what it says, a drawing of ours where it has one ("art:tide"). */
export type FilledSlot = {
  readonly address: string;
  readonly headline: string;
  readonly says: string;
  readonly art: string | null;
};

/**
 * A place for an ad, filled. It says what it is, and its height is kept, so that the text below never moves. An empty
 * slot is not drawn at all: there is no such thing here.
 */
export function slot({ address, headline, says, art }: FilledSlot, hangs = false): Piece {
  const drawing = art === null ? undefined : findArt(art.replace(/^art:/, ""));
  return markup`<aside class="${hangs ? "slot hang" : "slot"}" aria-label="Advertisement"><p>Advertisement</p><a href="${address}" rel="sponsored"><strong>${headline}</strong><span>${says}</span>${drawing && markup`<img src="${drawing.address}" alt="" width="${drawing.width}" height="${drawing.height}" loading="lazy">`}</a></aside>`;
}
