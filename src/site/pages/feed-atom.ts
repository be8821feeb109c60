import { atom } from "../feeds/atom.ts";
import { feedPage } from "../feeds/feed-page.ts";
import { wholePaper } from "../feeds/followed.ts";

export const page = feedPage(wholePaper, atom);
