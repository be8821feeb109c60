import { refusalsOf } from "../base/refusal.ts";

export const refusals = {
  "feed-not-found": {
    status: 422,
    says: "No feed was found at {address}; tried {tried}. Give the address of the feed itself.",
  },
  "page-instead-of-feed": {
    status: 502,
    says: "A web page came instead of the feed (“{title}”); what was taken before stays. Check the address or ask the partner.",
  },
  "copy-cut": {
    status: 502,
    says: "The copy came incomplete; the whole items in it were taken, and it will be fetched again.",
  },
} as const;

export const refuse = refusalsOf(refusals);
