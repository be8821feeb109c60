import { refusalsOf } from "../base/refusal.ts";

export const refusals = {
  "picture-type-refused": {
    status: 415,
    says: "This file is not a picture Offstone keeps ({what}); send a JPEG, PNG, WebP, AVIF or GIF.",
  },
  "picture-too-many-pixels": {
    status: 413,
    says: "The picture has {pixels} million pixels, more than {most}; send a smaller one.",
  },
  "picture-broken": {
    status: 422,
    says: "The picture file is damaged or cut and cannot be read to its end; send it again.",
  },
  "picture-not-found": { status: 404, says: "There is no such picture." },
} as const;

export const refuse = refusalsOf(refusals);
