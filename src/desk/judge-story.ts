import type { Instant } from "../base/clock.ts";
import { publishRefusals } from "../story/publishing.ts";
import type { PublishRefusal } from "../story/publishing-refusals.ts";
import type { Story } from "../story/story.ts";
import type { WireItem } from "../story/wire-item.ts";
import type { Partner } from "../store/tables/partners.ts";
import type { CopyCheck, Finding } from "./check.ts";
import { runChecks } from "./run-checks.ts";

/** What checks and agreement say of a story: what to mend, and what speaks against publishing it. */
export type Judgement = {
  readonly findings: readonly Finding[];
  readonly refusals: readonly PublishRefusal[];
};

/** `partner` and `source` are null for own copy. */
type Judged = {
  readonly story: Story;
  readonly partner: Partner | null;
  readonly source: WireItem | null;
  readonly now: Instant;
};

/** Runs the checks over a story and asks whether it may be published. Pure. */
export function judgeStory({ story, partner, source, now }: Judged, checks: readonly CopyCheck[]): Judgement {
  const agreement = partner?.agreement ?? null;
  const findings = runChecks(
    { copy: story.copy, source, sourceName: story.taken?.sourceName ?? "", agreement, form: story.form },
    checks,
  );
  const home = partner?.home ?? null;
  const partnerName = partner?.name ?? null;
  return {
    findings,
    refusals: publishRefusals({ story, agreement, source, now, home, partnerName, findings }),
  };
}
