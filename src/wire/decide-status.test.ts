import assert from "node:assert/strict";
import { test } from "node:test";
import { decideStatus, type StatusSigns } from "./decide-status.ts";

const at = Date.UTC(2026, 10, 23, 6);
const kindOf = (signs: StatusSigns) => {
  const { status, embargo, change } = decideStatus(signs);
  return `${status} ${embargo?.kind ?? "free"} ${change}`;
};

const table: readonly [says: string, signs: StatusSigns, becomes: string][] = [
  ["nothing said", {}, "usable free new"],
  ["an empty status", { status: "" }, "usable free new"],
  ["usable", { status: "usable" }, "usable free new"],
  ["usable in NewsML spelling", { status: "stat:usable" }, "usable free new"],
  ["canceled", { status: "Canceled" }, "killed free new"],
  ["cancelled, the other spelling", { status: "stat:cancelled" }, "killed free new"],
  ["Kill beside usable", { status: "usable", types: ["Kill"] }, "killed free new"],
  ["Elimination of a photo", { types: ["Elimination"] }, "killed free new"],
  ["Disregard", { types: ["Disregard"] }, "killed free new"],
  ["withheld", { status: "WITHHELD" }, "withdrawn free new"],
  ["Withhold as a type", { status: "usable", types: ["Withhold"] }, "withdrawn free new"],
  ["canceled and embargoed", { status: "canceled", embargo: { at, says: "" } }, "killed until new"],
  ["embargoed with a time", { status: "embargoed", embargo: { at, says: "" } }, "usable until new"],
  ["an embargo whose date cannot be read", { embargo: { at: null, says: "tomorrow" } }, "held unclear new"],
  ["an empty embargo date", { embargo: { at: null, says: "" } }, "held unclear new"],
  ["embargoed without a time", { status: "embargoed" }, "held unclear new"],
  ["a note of embargo", { notes: ["STRICTLY EMBARGOED until the speech"] }, "held unclear new"],
  ["a German note of embargo", { notes: ["Sperrfrist: 20 Uhr"] }, "held unclear new"],
  ["NOT FOR USE BEFORE", { notes: ["NOT FOR USE BEFORE 0600 GMT"] }, "held unclear new"],
  ["a note beside a readable time", { embargo: { at, says: "" }, notes: ["EMBARGOED"] }, "usable until new"],
  ["an embargo that was lifted", { notes: ["Embargo lifted at noon"] }, "usable free new"],
  ["JAPAN OUT", { notes: ["JAPAN OUT"] }, "held free new"],
  ["several countries out", { notes: ["UK AND IRELAND OUT. MANDATORY CREDIT"] }, "held free new"],
  ["a harmless note", { notes: ["Adds quotes in paragraphs 4 to 6."] }, "usable free new"],
  ["Corrective", { types: ["Corrective"] }, "usable free correction"],
  ["sig:correction", { types: ["sig:correction"] }, "usable free correction"],
  ["Clarification", { types: ["Clarification"] }, "usable free clarification"],
  ["sig:update", { types: ["sig:update"] }, "usable free update"],
  ["a status nobody knows", { status: "commissioned" }, "held free new"],
  ["a test message", { types: ["Test"] }, "held free new"],
  ["a doubt of the reader", { doubts: ["The rights cannot be read."] }, "held free new"],
];

for (const [says, signs, becomes] of table)
  test(`copy with ${says} is ${becomes}`, () => assert.equal(kindOf(signs), becomes));

test("whatever holds or takes away copy says why", () => {
  for (const [says, signs] of table) {
    const { status, statusReason } = decideStatus(signs);
    assert.equal(statusReason === "", status === "usable", says);
  }
});
