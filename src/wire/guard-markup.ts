import type { Guarded } from "./guarded.ts";
import { readTag, searchesOf, type Searches } from "./guard-tag.ts";

/** Limits for markup. HTML as browsers take it goes further than any wire's XML. */
type Caps = { readonly depth: number; readonly attributes: number; readonly attributeLength: number };
const xmlCaps: Caps = { depth: 256, attributes: 256, attributeLength: 64 * 1024 };
const htmlCaps: Caps = { depth: 2000, attributes: 1024, attributeLength: 16 * 1024 * 1024 };

/** One pass over the tags of XML or HTML without building anything; time is linear in the length of the text. */
export function guardMarkup(text: string): Guarded {
  const isHtml = /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(
    text.slice(0, 4096),
  );
  const scan: Scan = {
    text,
    caps: isHtml ? htmlCaps : xmlCaps,
    isHtml,
    find: searchesOf(text),
    open: [],
    count: new Map(),
    doctypes: [],
  };
  let at = scan.find("<", 0);
  while (at !== -1) {
    const step = stepOver(scan, at);
    if ("unreadable" in step) return step;
    at = scan.find("<", step.next);
  }
  return { text: isHtml ? text : withoutSpans(text, scan.doctypes) };
}

type Scan = {
  readonly text: string;
  readonly caps: Caps;
  readonly isHtml: boolean;
  readonly find: Searches;
  readonly open: string[];
  readonly count: Map<string, number>;
  readonly doctypes: (readonly [number, number])[];
};
type Step = { readonly next: number } | { readonly unreadable: string };

function stepOver(scan: Scan, at: number): Step {
  const { text, find } = scan;
  const second = text.charAt(at + 1);
  if (second === "!") return overDeclaration(scan, at);
  if (second === "?") return { next: after(text, find("?>", at + 2), 2) };
  if (second === "/") return closeTag(scan, at);
  if (!/[A-Za-z_:\u0080-\uffff]/.test(second)) return { next: at + 1 };
  return openTag(scan, at);
}

function overDeclaration({ text, find, isHtml, doctypes }: Scan, at: number): Step {
  if (text.startsWith("<!--", at)) return { next: after(text, find("-->", at + 4), 3) };
  if (text.startsWith("<![CDATA[", at)) return { next: after(text, find("]]>", at + 9), 3) };
  const keyword = text.slice(at + 2, at + 9).toUpperCase();
  if (keyword.startsWith("ENTITY")) return { unreadable: noEntities };
  if (keyword !== "DOCTYPE") return { next: at + 2 };
  const end = find(">", at);
  const subset = find("[", at);
  if (!isHtml && subset !== -1 && (end === -1 || subset < end)) return { unreadable: noSubset };
  if (doctypes.length === 16) return { unreadable: noSubset };
  doctypes.push([at, end === -1 ? text.length : end + 1]);
  return { next: after(text, end, 1) };
}

function openTag(scan: Scan, at: number): Step {
  const { text, caps, open, count, isHtml } = scan;
  const tag = readTag(text, at, scan.find);
  if (tag.attributes > caps.attributes) {
    return {
      unreadable: `One element of the copy has more than ${caps.attributes} attributes, which no news format needs.`,
    };
  }
  if (tag.longest > caps.attributeLength) {
    return {
      unreadable: `One attribute in the copy is longer than ${caps.attributeLength / 1024} KB, which no news format needs.`,
    };
  }
  if (isHtml && /^(script|style|textarea|title)$/.test(tag.name)) return { next: endOfRaw(scan, tag) };
  if (tag.closed || voids.test(tag.name) || (tag.name === open.at(-1) && repeated.test(tag.name)))
    return { next: tag.end };
  open.push(tag.name);
  count.set(tag.name, (count.get(tag.name) ?? 0) + 1);
  if (open.length > caps.depth) {
    return {
      unreadable: `The copy is nested more than ${caps.depth} elements deep, which no news format is.`,
    };
  }
  return { next: tag.end };
}

// HTML that stands unescaped in a feed leaves these open; they do not make it deep.
const voids = /^(?:area|base|br|col|embed|hr|img|input|source|track|wbr)$/;
const repeated = /^(?:p|li|td|tr|dt|dd|option)$/;

function closeTag({ text, find, open, count }: Scan, at: number): Step {
  const end = find(">", at);
  const name = text
    .slice(at + 2, Math.min(end === -1 ? text.length : end, at + 200))
    .trim()
    .toLowerCase();
  if ((count.get(name) ?? 0) > 0) {
    let popped = open.pop();
    while (popped !== undefined) {
      count.set(popped, (count.get(popped) ?? 1) - 1);
      if (popped === name) break;
      popped = open.pop();
    }
  }
  return { next: after(text, end, 1) };
}

function endOfRaw({ find }: Scan, tag: { readonly name: string; readonly end: number }): number {
  const close = find(`</${tag.name}`, tag.end);
  return close === -1 ? tag.end : close;
}

const after = (text: string, found: number, length: number) => (found === -1 ? text.length : found + length);

function withoutSpans(text: string, spans: readonly (readonly [number, number])[]): string {
  const starts = [0, ...spans.map(([, end]) => end)];
  const parts = starts.map((start, at) => text.slice(start, spans[at]?.[0] ?? text.length));
  return spans.length === 0 ? text : parts.join("");
}

const noEntities =
  "The copy declares entities of its own, which can be used to attack a reader, so it is not read; ask the partner to send it without.";
const noSubset =
  "The copy has a DOCTYPE with declarations of its own, which can be used to attack a reader, so it is not read; ask the partner to send it without.";
