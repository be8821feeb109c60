import type { Instant } from "../../base/clock.ts";
import type { Block } from "../../story/body.ts";
import type { Byline } from "../../story/byline.ts";
import type { PictureUse } from "../../story/picture.ts";
import type { WireItem } from "../../story/wire-item.ts";

/** What is known of a pasted page while and after its lines are read. */
export type PageRead = {
  section: string | null;
  minutes: number | null;
  headline: string;
  handler: string | null;
  /** An author line without an avatar: the account, or, where no byline follows, the writer. */
  author: string | null;
  source: string | null;
  mainPicture: PictureUse | null;
  pendingCredit: string | null;
  standfirst: string;
  byline: Byline[];
  blocks: Block[];
  bodyBegun: boolean;
  inRelated: boolean;
  publishedAt: Instant | null;
  kicker: string | null;
  readonly dates: string[];
  readonly removed: { what: string; text: string }[];
};

export const blankPage = (): PageRead => ({
  section: null,
  minutes: null,
  headline: "",
  handler: null,
  author: null,
  source: null,
  mainPicture: null,
  pendingCredit: null,
  standfirst: "",
  byline: [],
  blocks: [],
  bodyBegun: false,
  inRelated: false,
  publishedAt: null,
  kicker: null,
  dates: [],
  removed: [],
});

export const drop = (page: PageRead, what: WireItem["removed"][number]["what"], text: string): void => {
  page.removed.push({ what, text: text.slice(0, 300) });
};
