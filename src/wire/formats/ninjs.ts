import type { CopyText, Parsed, ParsedItem, WireFormat } from "../format.ts";
import { isJson, isRecord, readJsonCopy } from "../json-copy.ts";
import { ninjsComplaints } from "../ninjs/ninjs-complaints.ts";
import { isSuperdesk, ninjsDialect } from "../ninjs/ninjs-dialect.ts";
import { isNinjsItem, looksLikeNinjs } from "../ninjs/is-ninjs.ts";
import { wireItemOfNinjs } from "../ninjs/wire-item-of-ninjs.ts";

/** IPTC ninjs 1.x, 2.x and 3.x and Superdesk's own dialect: one item, or a list of items. */
export const format: WireFormat = { name: "ninjs", recognises, parse };

function recognises({ text }: CopyText): boolean {
  if (!isJson(text) || !namesItem.test(text)) return false;
  const json = readJsonCopy(text);
  if (json.became === "other") return false;
  return json.became === "broken" ? looksLikeNinjs(text) : itemsIn(json.value).some(isNinjsItem);
}

// A cheap look before the text is read as JSON.
const namesItem = /"(?:uri|guid|\$?standard)"\s*:/;

function parse(copy: CopyText): Parsed {
  const json = readJsonCopy(copy.text);
  if (json.became !== "json")
    return { unreadable: "The ninjs copy is not valid JSON; ask the partner to send it again." };
  const version = /;\s*version="?(?<said>[\d.x-]+)/i.exec(copy.contentType ?? "")?.groups?.["said"] ?? null;
  const items = itemsIn(json.value).map((raw, at) => parseItem(raw, { at, version }));
  if (items.length === 0) return { unreadable: "The ninjs copy holds no item." };
  return { items, feed: null, damage: null };
}

// One item, a list, or Superdesk's list under a name.
function itemsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return [];
  const list = value["_items"] ?? value["items"];
  return Array.isArray(list) && !("uri" in value) && !("guid" in value) ? list : [value];
}

function parseItem(raw: unknown, { at, version }: { at: number; version: string | null }): ParsedItem {
  if (!isRecord(raw)) return { refused: "The item is not an object of ninjs.", at: `item ${at + 1}` };
  const dialect = ninjsDialect(raw, version);
  const complaints = ninjsComplaints(isSuperdesk(raw) ? asIptc(raw) : raw, dialect);
  const item = wireItemOfNinjs(raw, complaints);
  return item === null
    ? {
        refused: "The item has no uri, so its versions could not be told from other items.",
        at: `item ${at + 1}`,
      }
    : { item };
}

// Superdesk's `guid` replaces the uri, and it writes null where it has nothing to say.
const asIptc = (raw: Readonly<Record<string, unknown>>) =>
  withoutNulls({ ...raw, uri: raw["uri"] ?? raw["guid"] });

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((each) => each !== null).map(withoutNulls);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) => (held === null ? [] : [[key, withoutNulls(held)]])),
  );
}
