import { isRecord } from "../json-copy.ts";
import { fieldsRead } from "./ninjs-item.ts";

/** An object with an identity and at least one more field of ninjs, and with none of its neighbours' marks. */
export function isNinjsItem(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if ("$standard" in value || isNinjsStandard(value["standard"])) return true;
  const names = Object.keys(value);
  if (!("uri" in value || "guid" in value) || others.some((name) => name in value)) return false;
  return names.length === 1 || names.some((name) => name !== "uri" && name !== "guid" && isField(name));
}

/** The same of text that is no valid JSON. */
export const looksLikeNinjs = (text: string): boolean =>
  /"uri"\s*:/.test(text.slice(0, 4000)) &&
  /"(?:(?:headline|body|description)(?:_\w+)?|headlines|bodies|versioncreated|versionCreated|pubstatus|genre|infosource|\$standard)"\s*:/.test(
    text.slice(0, 20_000),
  ) &&
  !others.some((name) => text.slice(0, 20_000).includes(`"${name}"`));

const isNinjsStandard = (standard: unknown) =>
  isRecord(standard) && typeof standard["name"] === "string" && /ninjs/i.test(standard["name"]);

// Fields of the Guardian's and of AP's API and of JSON Feed.
const others = ["webTitle", "apiUrl", "content_html", "content_text", "home_page_url", "urn", "jsonrpc"];

const isField = (name: string) =>
  fieldsRead.has(name.toLowerCase()) ||
  /^(?:headline|body|description)_./.test(name) ||
  more.has(name.toLowerCase());

const more = new Set(
  "headline byline person place subject organisation genre infosource event object mimetype profile representationtype altids trustindicator trustindicators digitalsourcetype contentcreated charcount wordcount eventdetails plannedcoverage events objects advices".split(
    " ",
  ),
);
