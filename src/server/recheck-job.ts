import type { Instant } from "../base/clock.ts";
import { minutes } from "../base/clock.ts";
import type { Followed } from "../desk/actions/follow-versions.ts";
import type { Partner } from "../store/tables/partners.ts";
import type { Tables } from "../store/tables.ts";

export const recheckJob = "recheck-source";

type Batch = { readonly followed: readonly Followed[]; readonly partner: Partner; readonly now: Instant };

/** Has the partner's stories held against their sources from now on, where the agreement asks for it. */
export async function addRecheckJob({ jobs }: Tables, { followed, partner, now }: Batch): Promise<void> {
  const { recheckMinutes } = partner.agreement;
  if (recheckMinutes === null || followed.every(({ did }) => did === "nothing")) return;
  await jobs.add({ kind: recheckJob, key: partner.id, dueAt: now + minutes(recheckMinutes) });
}
