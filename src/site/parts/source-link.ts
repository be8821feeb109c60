import { isSafeAddress } from "../../story/body.ts";
import { markup, type Piece } from "../markup.ts";

/** A link to where a story lies at its source; only the words where the address cannot be trusted. */
export const sourceLink = (address: string, words: Piece | string): Piece =>
  isSafeAddress(address) ? markup`<a href="${address}">${words}</a>` : markup`${words}`;
