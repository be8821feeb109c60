import type { Partner } from "../../store/tables/partners.ts";
import type { Taken } from "../../story/story.ts";
import { markup, type Piece } from "../markup.ts";
import { isolated } from "./names.ts";

/** False where the partner sent us what another house published first ("Source: The Guardian" in the Herald's copy). */
export const isOwnCopyOf = ({ sourceName }: Taken, partner: Partner | null): boolean =>
  partner !== null && folded(partner.name) === folded(sourceName);

/** Who sent it to us, said only where that is not who published it first. */
export const sentBy = (taken: Taken, partner: Partner | null): Piece | null =>
  partner === null || isOwnCopyOf(taken, partner)
    ? null
    : markup`. Sent to us by <a href="/partner/${partner.slug}">${isolated(partner.name)}</a>`;

const folded = (name: string) => name.trim().toLowerCase();
