import { jsonFeed } from "../feeds/json-feed.ts";
import { feedPage } from "../feeds/feed-page.ts";
import { ofSection } from "../feeds/followed.ts";

export const page = feedPage(ofSection, jsonFeed);
