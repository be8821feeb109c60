import type { Story } from "../story/story.ts";
import type { WireItem } from "../story/wire-item.ts";

/** One row of each table. Yes and no are 1 and 0, instants whole milliseconds, JSON is text: the same on both databases. */
export type Schema = {
  migrations: { number: number; name: string; checksum: string; at: number };
  install: { one: number; id: string; made_at: number; commits: number };
  settings: { name: string; value: string };
  copies: {
    id: string;
    hash: string;
    received_at: number;
    origin: string;
    content_type: string | null;
    address: string | null;
    partner: string | null;
    size: number;
    why: string | null;
    bytes: Uint8Array;
  };
  events: { id: string; at: number; what: string; story: string | null; by_whom: string; says: string };
  jobs: {
    id: string;
    kind: string;
    key: string;
    due_at: number;
    ready_at: number;
    attempts: number;
    leased_by: string | null;
    again_at: number | null;
    why: string | null;
    says: string;
  };
  partners: {
    id: string;
    slug: string;
    name: string;
    name_key: string;
    home: string | null;
    says: string;
    agreement: string;
  };
  people: {
    id: string;
    slug: string;
    name: string;
    role: string;
    says: string;
    avatar: string | null;
    account: "house" | "staff" | null;
  };
  pictures: {
    id: string;
    hash: string;
    type: "image/jpeg" | "image/png" | "image/webp" | "image/avif" | "image/gif" | "image/svg+xml";
    width: number;
    height: number;
    address: string | null;
    credit: string;
    rights: string;
    added_at: number;
  };
  revisions: { story: string; number: number; at: number; by_whom: string; why: string; copy: string };
  sections: { slug: string; rank: number; whole: string };
  sources: { id: string; address: string; next_try_at: number; whole: string };
  stories: StoryRow;
  story_copies: { story: string; whole: string };
  story_people: { story: string; person: string; published_at: number };
  story_pictures: { story: string; picture: string };
  story_topics: { story: string; topic: string; published_at: number };
  search_waiting: { story: string };
  wire_items: {
    id: string;
    partner: string;
    stable_key: string;
    current_version: string;
    status: WireItem["status"];
    section: string | null;
  };
  wire_names: { partner: string; kind: "key" | "address"; name: string; wire_item: string };
  wire_versions: {
    id: string;
    wire_item: string;
    copy: string;
    format: string;
    received_at: number;
    hash: string;
    flagged: number;
    item: string;
    version_key: string;
    version_order: number | null;
    version_created: number | null;
    status: WireItem["status"];
  };
};

/** What lists, addresses and the visible rule need of a story; the story itself lies whole in story_copies. */
export type StoryRow = {
  id: string;
  slug: string;
  section: string;
  day: string | null;
  status: Story["state"]["status"];
  /** 1: nothing but time may hide it (live, not held, no unclear embargo). */
  shown: number;
  published_at: number | null;
  created_at: number;
  embargo_until: number | null;
  stays_until: number | null;
  partner: string | null;
  wire_item: string | null;
  corrected_at: number | null;
  /** The card as JSON, of live stories only. */
  card: string | null;
};
