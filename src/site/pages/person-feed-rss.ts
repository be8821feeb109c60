import { rss } from "../feeds/rss.ts";
import { feedPage } from "../feeds/feed-page.ts";
import { ofPerson } from "../feeds/followed.ts";

export const page = feedPage(ofPerson, rss);
