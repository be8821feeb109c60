import type { Instant } from "../base/clock.ts";
import { emptyBody, type Body } from "./body.ts";
import type { Byline } from "./byline.ts";
import type { Embargo } from "./embargo.ts";
import type { PictureUse } from "./picture.ts";

/** One version of one piece of copy, in the newsroom's own form (WIRE.md 4.11). Formats make it, nothing else does. */
export type WireItem = {
  /** The partner's id after cleaning; else the link; else a hash. The same across versions. */
  readonly stableKey: string;
  /** Names this version; equal for equal versions. */
  readonly versionKey: string;
  /** Larger is newer: the format's own number, else milliseconds of its time; null = only arrival tells. */
  readonly versionOrder: number | null;
  readonly status: "usable" | "held" | "withdrawn" | "killed";
  readonly statusReason: string;
  readonly change: "new" | "update" | "correction" | "clarification" | "advisory";
  readonly embargo: Embargo | null;
  readonly validUntil: Instant | null;
  readonly kind: "text" | "picture" | "video" | "audio" | "graphic" | "live" | "composite" | "other";
  readonly language: string | null;
  readonly headline: string;
  readonly standfirst: string;
  readonly slugline: string;
  readonly byline: readonly Byline[];
  readonly dateline: string;
  readonly body: Body;
  readonly mainPicture: PictureUse | null;
  /** The account that handled it where it was printed before ("Editors Desk"), as the copy names it. */
  readonly handler: string | null;
  /** A section as the copy names it ("Europe"). */
  readonly section: string | null;
  readonly subjects: readonly Subject[];
  readonly places: readonly string[];
  readonly urgency: number | null;
  readonly source: { readonly name: string | null; readonly address: string | null };
  readonly credit: string;
  readonly rights: Rights;
  readonly firstCreated: Instant | null;
  readonly versionCreated: Instant | null;
  readonly publishedAt: Instant | null;
  /** Shown large to the desk, never published (ednote in every spelling, advisories). */
  readonly notesToDesk: readonly string[];
  readonly links: readonly { readonly rel: string; readonly href: string }[];
  /** What was left out on the way in (page furniture, doubled captions), said to the desk. */
  readonly removed: readonly { readonly what: string; readonly text: string }[];
  /** What we did not understand, kept. */
  readonly unmapped: Readonly<Record<string, unknown>>;
};

export type Subject = { readonly scheme: string; readonly code: string; readonly name: string };

export type Rights = {
  readonly holder: string;
  readonly notice: string;
  readonly terms: string;
  /** false: the partner says it may not be passed on or syndicated. */
  readonly onwardUse: boolean | null;
  readonly starts: Instant | null;
  readonly ends: Instant | null;
};

export const noRights: Rights = {
  holder: "",
  notice: "",
  terms: "",
  onwardUse: null,
  starts: null,
  ends: null,
};

/** Usable copy that says nothing of itself: what a format begins with where its kind of copy says little. */
export const bareItem: Omit<WireItem, "stableKey" | "versionKey"> = {
  versionOrder: null,
  status: "usable",
  statusReason: "",
  change: "new",
  embargo: null,
  validUntil: null,
  kind: "text",
  language: null,
  headline: "",
  standfirst: "",
  slugline: "",
  byline: [],
  dateline: "",
  body: emptyBody,
  mainPicture: null,
  handler: null,
  section: null,
  subjects: [],
  places: [],
  urgency: null,
  source: { name: null, address: null },
  credit: "",
  rights: noRights,
  firstCreated: null,
  versionCreated: null,
  publishedAt: null,
  notesToDesk: [],
  links: [],
  removed: [],
  unmapped: {},
};
