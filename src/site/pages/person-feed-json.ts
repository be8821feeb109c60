import { jsonFeed } from "../feeds/json-feed.ts";
import { feedPage } from "../feeds/feed-page.ts";
import { ofPerson } from "../feeds/followed.ts";

export const page = feedPage(ofPerson, jsonFeed);
