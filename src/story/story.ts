import type { Instant } from "../base/clock.ts";
import type { Body } from "./body.ts";
import type { Byline } from "./byline.ts";
import type { Correction } from "./correction.ts";
import type { Embargo } from "./embargo.ts";
import type { PictureUse } from "./picture.ts";

/** The words and pictures of a story: what a revision keeps and a page shows. */
export type StoryCopy = {
  readonly kind: "news" | "comment" | "feature";
  readonly language: string;
  readonly section: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly byline: readonly Byline[];
  readonly dateline: string;
  readonly mainPicture: PictureUse | null;
  readonly body: Body;
  readonly slugline: string;
  readonly topics: readonly string[];
};

/** Where a taken story came from: the version it was taken from is part of the story for ever. */
export type Taken = {
  readonly partner: string;
  readonly wireItem: string;
  readonly version: string;
  readonly versionLabel: string;
  readonly address: string | null;
  readonly sourceName: string;
  readonly firstPublishedAt: Instant | null;
  readonly checkedAt: Instant;
  /** True for copy of our own newsroom that came over a wire of its own: followed like any, printed as ours. */
  readonly own: boolean;
};

export type StoryState =
  | { readonly status: "draft" | "filed" | "subbed" }
  | { readonly status: "live"; readonly publishedAt: Instant; readonly updatedAt: Instant }
  | { readonly status: "spiked"; readonly reason: string }
  | {
      readonly status: "killed";
      readonly killedAt: Instant;
      readonly reason: string;
      readonly publishedAt: Instant | null;
    };

export type Story = {
  readonly id: string;
  readonly slug: string;
  readonly copy: StoryCopy;
  readonly state: StoryState;
  readonly taken: Taken | null;
  readonly handledBy: string;
  readonly embargo: Embargo | null;
  /** Why it may not be shown though nothing else speaks against it (withheld by the partner, unclear rights). */
  readonly held: string | null;
  readonly staysUntil: Instant | null;
  readonly form: "full" | "summary";
  readonly adsAllowed: boolean;
  readonly edited: boolean;
  readonly waitingVersion: string | null;
  readonly corrections: readonly Correction[];
  readonly revision: number;
  readonly createdAt: Instant;
};

/** What a list shows of a story. */
export type StoryCard = Pick<Story, "id" | "slug" | "taken" | "form"> &
  Pick<
    StoryCopy,
    "kind" | "section" | "language" | "headline" | "standfirst" | "byline" | "mainPicture" | "topics"
  > & {
    readonly publishedAt: Instant;
    readonly updatedAt: Instant;
    readonly minutes: number;
  };
