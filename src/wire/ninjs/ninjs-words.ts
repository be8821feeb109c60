import { oneLine } from "../../base/text.ts";
import { emptyBody, type Block, type Body } from "../../story/body.ts";
import { wordsOfText } from "../../story/body-clean-text.ts";
import { bodyFromHtml } from "../../story/body-from-html.ts";
import type { WireItem } from "../../story/wire-item.ts";
import { textOfLine } from "../../story/body-text.ts";
import { plainText } from "../plain-text.ts";
import type { NinjsAssociation } from "./ninjs-item.ts";

type Valued = NinjsAssociation["headlines"][number];

/** The headline for print; the item's name only where there is none. */
export function headlineOf({ headlines, title }: NinjsAssociation): string {
  const print = headlines.filter(({ role }) => !/seo|url|slug|id\b/i.test(role));
  const main = print.find(({ role }) => /^(?:main|headline|print|)$/i.test(role)) ?? print[0] ?? headlines[0];
  return oneLine(plainText(main?.value ?? title));
}

/** The summary of a text; of a picture or video its description is the caption instead. */
export const summaryOf = ({ descriptions }: NinjsAssociation): string =>
  plainText(described(descriptions, /^(?:summary|abstract|standfirst|lead|preamble|intro|text|)$/i));

export const captionOf = ({ descriptions, headlines, title }: NinjsAssociation): string =>
  oneLine(plainText(described(descriptions, /^(?:caption|text|)$/i) || headlines[0]?.value || title));

export function creditOf({ descriptions, copyrightholder, infosources }: NinjsAssociation): string {
  const line = descriptions.find(({ role }) => /^credit/i.test(role))?.value;
  return oneLine(
    plainText(line || copyrightholder || (infosources.find(({ name }) => name !== "")?.name ?? "")),
  );
}

// Plain text is preferred to the same words in markup; credit lines and the like are no description.
function described(descriptions: readonly Valued[], roles: RegExp): string {
  const words = descriptions.filter(({ role }) => !/^(?:credit|script|shotlist|byline)/i.test(role));
  const plain = words.find(({ role, value }) => roles.test(role) && !isMarkup(value));
  return (plain ?? words.find(({ role }) => roles.test(role)) ?? words[0])?.value ?? "";
}

/** The body: markup where there is some, since it keeps links and headings; else the plain text's paragraphs. */
export function bodyOf(item: NinjsAssociation): { body: Body; removed: WireItem["removed"] } {
  const marked = item.bodies.filter(isHtml);
  const html = marked.find(({ role }) => /^(?:x?html5?|main|)$/i.test(role)) ?? marked[0];
  const read =
    html === undefined
      ? { body: fromText(item.bodies), removed: [] }
      : bodyFromHtml(html.value, { base: null });
  return withoutHeadline(read, headlineOf(item));
}

const isHtml = ({ contenttype, role, value }: Valued) =>
  /html/i.test(contenttype) ||
  (contenttype === "" && (/html/i.test(role) || (isMarkup(value) && !/xml|nitf/i.test(role))));

const isMarkup = (value: string) => /<\/?[a-z][^<>]*>/i.test(value);

function fromText(bodies: readonly Valued[]): Body {
  const text = bodies.find(
    ({ contenttype, role }) => !/xml|nitf|json/i.test(`${contenttype} ${role}`),
  )?.value;
  if (text === undefined) return emptyBody;
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u).map(wordsOfText);
  return {
    type: "doc",
    content: lines
      .filter((line) => line !== "")
      .map((line): Block => ({ type: "paragraph", content: [{ type: "text", text: line }] })),
  };
}

// Some bodies open with the headline again.
function withoutHeadline(
  { body, removed }: { body: Body; removed: WireItem["removed"] },
  headline: string,
): { body: Body; removed: WireItem["removed"] } {
  const [first, ...rest] = body.content;
  const opens =
    first?.type === "heading" || first?.type === "paragraph" ? oneLine(textOfLine(first.content)) : "";
  if (opens === "" || opens !== headline || rest.length === 0) return { body, removed };
  return {
    body: { type: "doc", content: rest },
    removed: [...removed, { what: "doubled headline", text: headline }],
  };
}
