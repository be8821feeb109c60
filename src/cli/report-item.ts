import type { Newsroom } from "../server/newsroom.ts";
import type { Story } from "../story/story.ts";
import { dayIn, storyAddress } from "../story/story-address.ts";
import { plainLine } from "./say-answer.ts";

/** What `import` answers for each item: the contract with the outside (DESIGN.md). `url` is null until it is published. */
export type ItemReport = {
  readonly id: string | null;
  readonly url: string | null;
  readonly status: Story["state"]["status"] | null;
  readonly format: string | null;
  readonly warnings: readonly { readonly check: string; readonly says: string; readonly at: string }[];
  readonly refusals: readonly { readonly code: string; readonly says: string }[];
};

export type ItemFacts = {
  readonly format: string;
  readonly warnings: ItemReport["warnings"];
  /** `helps` = what would help, where there is something; it is said with the reason. */
  readonly refusals: readonly (ItemReport["refusals"][number] & { readonly helps?: string })[];
};

/** The report of a story as it stands now. */
export async function reportStory(
  story: Story | undefined,
  { format, warnings, refusals }: ItemFacts,
  { origin, room }: Newsroom,
): Promise<ItemReport> {
  const { paper } = await room.site();
  const path = story === undefined ? null : storyAddress(story, dayIn(paper.zone));
  return {
    id: story?.id ?? null,
    url: path === null ? null : origin + path,
    status: story?.state.status ?? null,
    format,
    warnings: warnings.map(({ check, says, at }) => ({ check, says, at })),
    refusals: refusals.map(({ code, says, helps }) => ({
      code,
      says: helps === undefined ? says : `${says} ${helps}`,
    })),
  };
}

/** The report in words: what came in, where it is, what to mend, what would help. */
export function wordsOf(report: ItemReport, headline: string): string {
  const { id, url, status, format, warnings, refusals } = report;
  const where = url ?? (id === null ? "" : `draft ${id}`);
  return [
    `${status ?? "not taken"}  ${plainLine(headline)}  (${format ?? "unreadable"})`,
    ...(where === "" ? [] : [`  ${where}`]),
    ...(warnings.length > 0 ? ["  To mend:"] : []),
    ...warnings.map(({ says, at, check }) => `    ${plainLine(says)}  [${check} at ${at}]`),
    ...(refusals.length > 0 ? [status === "live" ? "  Refused:" : "  Not published:"] : []),
    ...refusals.map(({ says, code }) => `    ${plainLine(says)}  [${code}]`),
  ].join("\n");
}
