import { refusalsOf } from "../base/refusal.ts";

export const refusals = {
  "page-not-found": {
    status: 404,
    says: "There is no page at this address; check it, or search for the story.",
  },
} as const;

export const refuse = refusalsOf(refusals);
