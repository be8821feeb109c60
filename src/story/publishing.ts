import { type Instant, toIso } from "../base/clock.ts";
import type { Agreement } from "./agreement.ts";
import { bodyLines } from "./body-lines.ts";
import { agreementRefusals } from "./agreement-refusals.ts";
import { publishRefusal, type PublishRefusal } from "./publishing-refusals.ts";
import type { Story } from "./story.ts";
import type { WireItem } from "./wire-item.ts";

/** All that decides whether a story may go live. `source` is the newest version of the wire item it was taken from. */
export type Publishing = {
  readonly story: Story;
  /** null for own copy. */
  readonly agreement: Agreement | null;
  readonly source: WireItem | null;
  readonly now: Instant;
  /** The partner's home page: what a credit links to where the original's own address is not known. */
  readonly home?: string | null;
  readonly partnerName?: string | null;
  /** What the copy checks found; those that stop become refusals. */
  readonly findings?: readonly {
    readonly check: string;
    readonly at: string;
    readonly says: string;
    readonly stops: boolean;
  }[];
};

/** Every reason against publishing, each with what would help; none = it may be published. Pure. */
export function publishRefusals(publishing: Publishing): PublishRefusal[] {
  const { story, agreement, findings = [] } = publishing;
  return [
    ...stateRefusals(story),
    ...partnerRefusals(publishing),
    ...holdRefusals(publishing),
    ...rightRefusals(publishing),
    ...(agreement === null || story.taken === null ? [] : agreementRefusals({ ...publishing, agreement })),
    ...copyRefusals(story),
    ...findings
      .filter(({ stops }) => stops)
      .map(({ check, at, says }) =>
        publishRefusal("finding-stops", { check, at, says: says.replace(/\.$/, "") }),
      ),
  ];
}

const stateRefusals = ({ state }: Story) =>
  state.status === "killed" ? [publishRefusal("story-killed")] : [];

/** A partner's order to withhold or kill stands above everything (AP: recall what you used). */
function partnerRefusals({ story, source }: Publishing): PublishRefusal[] {
  if (source?.status !== "withdrawn" && source?.status !== "killed") return [];
  const reason = source.statusReason === "" ? "" : `: ${source.statusReason}`;
  const code = source.status === "killed" ? "partner-killed" : "partner-withheld";
  return [publishRefusal(code, { partner: partnerOf(story), reason })];
}

function holdRefusals({ story, source, now }: Publishing): PublishRefusal[] {
  const refusals: PublishRefusal[] = [];
  const ordered = source?.status === "withdrawn" || source?.status === "killed";
  if (story.held !== null && !ordered)
    refusals.push(publishRefusal("story-held", { why: story.held, partner: partnerOf(story) }));
  if (story.embargo?.kind === "unclear")
    refusals.push(publishRefusal("embargo-unclear", { note: story.embargo.says, partner: partnerOf(story) }));
  if (story.embargo?.kind === "until" && now < story.embargo.until)
    refusals.push(publishRefusal("under-embargo", { until: toIso(story.embargo.until) }));
  return refusals;
}

function rightRefusals({ story, source, now }: Publishing): PublishRefusal[] {
  const ends = [story.staysUntil, source?.validUntil ?? null, source?.rights.ends ?? null].filter(
    (end) => end !== null,
  );
  const end = Math.min(...ends);
  const starts = source?.rights.starts ?? null;
  const partner = partnerOf(story);
  return [
    ...(now >= end ? [publishRefusal("right-ended", { day: toIso(end).slice(0, 10), partner })] : []),
    ...(starts !== null && now < starts
      ? [publishRefusal("right-not-begun", { day: toIso(starts).slice(0, 10) })]
      : []),
  ];
}

function copyRefusals(story: Story): PublishRefusal[] {
  return [
    ...(story.copy.headline.trim() === "" ? [publishRefusal("headline-missing")] : []),
    ...(story.form === "full" && !hasContent(story) ? [publishRefusal("text-missing")] : []),
  ];
}

const hasContent = ({ copy }: Story) =>
  copy.body.content.some(({ type }) => type === "picture" || type === "video" || type === "embed") ||
  bodyLines(copy.body).length > 0;

const partnerOf = ({ taken }: Story) =>
  taken === null || taken.sourceName === "" ? "the partner" : taken.sourceName;
