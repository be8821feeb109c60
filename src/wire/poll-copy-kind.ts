/** What bytes are at first sight: a feed, other data a format may know, a web page, or nothing of these. */
export type CopyKind = "feed" | "data" | "page" | "other";

/** Judges by content alone; declared types are wrong too often. Reads only the start, in any charset that writes ASCII. */
export function copyKind(bytes: Uint8Array): CopyKind {
  const start = asciiOf(bytes.subarray(0, 64_000)).replace(/^\s+/, "");
  if (/^[{[]/.test(start))
    return /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/.test(start) ? "feed" : "data";
  const root = rootOf(start);
  if (root === null) return "other";
  if (["rss", "feed", "rdf"].includes(root)) return "feed";
  return root === "html" || /<(head|body|title)[\s>]/i.test(start)
    ? "page"
    : root === "!doctype"
      ? "page"
      : "data";
}

/**
 * Whether copy has its end: the root element closed, or JSON that can be read. A body may have all the bytes its
 * length promised and still have been cut on the way to the server that sent it (CASES F4).
 */
export function hasEnd(bytes: Uint8Array): boolean {
  const start = asciiOf(bytes.subarray(0, 64_000)).replace(/^\s+/, "");
  if (/^[{[]/.test(start)) return isJson(bytes);
  const root = rootOf(start);
  const end = asciiOf(bytes.subarray(-8_000))
    .replace(/<!--[^]*?-->/g, "")
    .toLowerCase();
  return root !== null && new RegExp(`</(\\w+:)?${root}\\s*>\\s*$`).test(end);
}

// UTF-16 becomes readable by leaving out its zero bytes; byte order marks go too.
const asciiOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString("latin1")
    .replaceAll("\0", "")
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "");

function rootOf(start: string): string | null {
  const first = start.replace(
    /^(?:\s*<\?[^]*?\?>|\s*<!--[^]*?-->|\s*<!doctype\s+(?!html)[^>[]*(?:\[[^]*?\]\s*)?>)*/i,
    "",
  );
  return /^\s*<(?:[\w.-]+:)?([!\w.-]+)/.exec(first)?.[1]?.toLowerCase() ?? null;
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(
      Buffer.from(bytes)
        .toString("utf8")
        .replace(/^\uFEFF/, ""),
    );
    return true;
  } catch {
    return false;
  }
}
