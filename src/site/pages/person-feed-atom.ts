import { atom } from "../feeds/atom.ts";
import { feedPage } from "../feeds/feed-page.ts";
import { ofPerson } from "../feeds/followed.ts";

export const page = feedPage(ofPerson, atom);
