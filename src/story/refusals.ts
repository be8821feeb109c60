import { refusalsOf } from "../base/refusal.ts";

export const refusals = {
  "body-unreadable": {
    status: 422,
    says: "The text of the story is not made of blocks Offstone knows: {why}.",
  },
} as const;

export const refuse = refusalsOf(refusals);
