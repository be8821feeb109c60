import { atom } from "../feeds/atom.ts";
import { feedPage } from "../feeds/feed-page.ts";
import { ofPartner } from "../feeds/followed.ts";

export const page = feedPage(ofPartner, atom);
