import type { Ids } from "../base/ids.ts";
import type { Filed } from "../story/filed.ts";
import type { Event } from "../store/tables/events.ts";
import type { FilingFacts } from "./file-facts.ts";

/**
 * The record of one filing: one event for the batch, and one for each item a person has to know of, because it
 * is flagged, or because it may not or no longer be used. Items that were here already leave none.
 */
export function filingEvents(
  filed: readonly Filed[],
  { facts, ids }: { facts: FilingFacts; ids: Ids },
): readonly Event[] {
  const record = (what: string, says: Event["says"]): Event => ({
    id: ids.next(),
    at: facts.arrivedAt,
    what,
    story: null,
    by: "wire",
    says,
  });
  const about = ({ wireItem, version, partner, item }: Filed) => ({
    wireItem,
    version,
    partner,
    reason: item.statusReason,
  });
  const written = filed.filter(({ became }) => became !== "same");
  const count = (became: Filed["became"]) => filed.filter((each) => each.became === became).length;
  return [
    record("copy.filed", {
      copy: facts.copy,
      partner: facts.partner.id,
      new: count("new"),
      update: count("update"),
      older: count("older"),
      same: count("same"),
    }),
    ...written.filter(({ flagged }) => flagged).map((each) => record("wire-item.flagged", about(each))),
    ...written
      .filter(({ became, item }) => became !== "older" && item.status !== "usable")
      .map((each) => record(`wire-item.${each.item.status}`, about(each))),
  ];
}
