import { jsonFeed } from "../feeds/json-feed.ts";
import { feedPage } from "../feeds/feed-page.ts";
import { wholePaper } from "../feeds/followed.ts";

export const page = feedPage(wholePaper, jsonFeed);
