import { rss } from "../feeds/rss.ts";
import { feedPage } from "../feeds/feed-page.ts";
import { wholePaper } from "../feeds/followed.ts";

export const page = feedPage(wholePaper, rss);
