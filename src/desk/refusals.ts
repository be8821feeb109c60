import { refusalsOf } from "../base/refusal.ts";
import { publishingRefusals } from "../story/publishing-refusals.ts";

export const refusals = {
  ...publishingRefusals,
  "no-story-with-id": {
    status: 404,
    says: "There is no story with the id {id}; list the stories and take an id from there.",
  },
  "story-not-live": {
    status: 409,
    says: "The story is {status}, and only a live story can be {act}.",
  },
  "story-not-draft": {
    status: 409,
    says: "The story is {status}; a live story is killed, not spiked.",
  },
  "reason-needed": {
    status: 422,
    says: "Give a reason in words: it is kept, and readers see it where the story was {act}.",
  },
  "no-sections": {
    status: 409,
    says: "The paper has no section a story could go to; add one first.",
  },
} as const;

export const refuse = refusalsOf(refusals);
