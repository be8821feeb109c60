import type { Rights } from "../../story/wire-item.ts";
import { decideStatus, type StatusDecided } from "../decide-status.ts";
import { readIsoDate } from "../iso-date.ts";
import type { NinjsItem } from "./ninjs-item.ts";

/** Status, embargo and change of an item. `complaints` are what its version's schema finds wrong. */
export function statusOf(item: NinjsItem, complaints: readonly string[]): StatusDecided {
  const field = ["embargoed", "embargoeduntil"].find((name) => item.said.includes(name));
  const said = item.embargoed ?? item.embargoeduntil;
  const expiry = item.expires !== undefined && readIsoDate(item.expires) === null;
  const decided = decideStatus({
    status: item.pubstatus,
    types: [...item.signals, ...item.editorialtypes],
    embargo: field === undefined ? null : { at: readIsoDate(said, "no-time"), says: sayable(said) },
    notes: [item.ednote],
    doubts: [
      ...complaints.slice(0, 1),
      expiry ? `The date on which the use ends cannot be read (“${sayable(item.expires)}”).` : "",
      isRightsClear(item) ? "" : "The machine-readable rights of the copy cannot be read.",
    ],
  });
  return corrects.test(item.ednote) ? { ...decided, change: "correction" } : decided;
}

const sayable = (value: unknown) =>
  (typeof value === "string" ? value : JSON.stringify(value ?? null)).slice(0, 80);

// ninjs has no field for it: agencies open the note with the word.
const corrects =
  /^\W*(?:correct(?:s|ed|ing|ion|ive)?|recasts to correct|berichtigung|korrektur|berichtigt|rättelse|corrige)\b/i;

export function rightsOf(item: NinjsItem): Rights {
  return {
    holder: item.copyrightholder,
    notice: item.copyrightnotice,
    terms: item.usageterms,
    onwardUse: onwardUse(item),
    starts: null,
    ends: readIsoDate(item.expires),
  };
}

/** Rights as ODRL in JSON: a ban on selling or passing on is a ban on onward use. */
function onwardUse({ rightsinfo, usageterms }: NinjsItem): boolean | null {
  const encoded = rightsinfo?.encodedrights ?? "";
  const bans = /"prohibitions?"\s*:\s*(?<list>.*)$/su.exec(encoded)?.groups?.["list"] ?? "";
  if (/\/(?:commerciali[sz]e|distribute|sell|share|syndicate|grantuse|transfer)\b/i.test(bans)) return false;
  return /\b(?:no|not for) (?:syndication|onward|resale|redistribution|sales?)\b/i.test(usageterms)
    ? false
    : null;
}

function isRightsClear({ rightsinfo }: NinjsItem): boolean {
  const encoded = rightsinfo?.encodedrights.trim() ?? "";
  return encoded === "" || /^[{[<]/.test(encoded);
}
