import { widthsFor } from "../../story/picture-address.ts";
import { picture } from "./picture.ts";
import type { Piece } from "../markup.ts";

/** The face of a person or account, where there is one. It stands beside the name, so it needs no words of its own. */
export function avatar(face: string | null): Piece | null {
  if (face === null) return null;
  const size = Math.min(...widthsFor(null));
  const use = { address: null, alt: "", caption: "", credit: "", rights: null, width: size, height: size };
  return picture({ ...use, picture: face }, { sizes: "6rem" });
}
