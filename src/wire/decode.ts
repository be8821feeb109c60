import { decodeUtf32, sniffByteOrder } from "./decode-byte-order.ts";

/** `charset` as the encoding standard names it; `replaced`: some bytes could not be read and became U+FFFD. */
export type DecodedCopy = { readonly text: string; readonly charset: string; readonly replaced: boolean };

/**
 * Bytes to text. The order is: byte order mark, byte pattern of UTF-16/32, the charset of the HTTP header, the one
 * the copy declares (XML declaration, `<meta charset>`; JSON is always UTF-8, RFC 8259), UTF-8, windows-1252. The
 * first that reads every byte wins. Where none does, the first that was declared is used with U+FFFD in the
 * bad places as long as they are few: one broken character must not spoil a whole wire. UTF-7 is never honoured.
 */
export function decodeCopy(
  bytes: Uint8Array,
  { contentType }: { readonly contentType: string | null },
): DecodedCopy {
  const order = sniffByteOrder(bytes);
  if (order?.charset === "utf-32be" || order?.charset === "utf-32le") {
    return told(decodeUtf32(bytes.subarray(order.skip), order.charset), order.charset);
  }
  const wanted = order ? [order.charset, "utf-8"] : candidates(bytes, contentType);
  const labels = [...new Set(wanted)];
  for (const label of labels) {
    const text = readWhole(bytes, label);
    if (text !== null) return { text, charset: label, replaced: false };
  }
  return mostReadable(bytes, labels);
}

/** The charset parameter of a content type, as its own decoder names it; null where there is none we know. */
function charsetOfHeader(contentType: string | null): string | null {
  const label = /charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType ?? "")?.[1];
  return label === undefined ? null : knownCharset(label);
}

function candidates(bytes: Uint8Array, contentType: string | null): string[] {
  const head = latin1(bytes.subarray(0, 4096));
  const fromHeader = charsetOfHeader(contentType);
  if (/^\s*[{[]/.test(head)) return ["utf-8", ...(fromHeader === null ? [] : [fromHeader])];
  const declared = declaredCharset(head);
  return [fromHeader, declared, "utf-8"].filter((label) => label !== null);
}

function declaredCharset(head: string): string | null {
  const label =
    /<\?xml[^>]*?\sencoding\s*=\s*["']\s*([^"'\s]+)/i.exec(head)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1];
  const charset = label === undefined ? null : knownCharset(label);
  // A declaration that could be read as ASCII is not in UTF-16 (WHATWG encoding, "prescan").
  return charset?.startsWith("utf-16") ? "utf-8" : charset;
}

function knownCharset(label: string): string | null {
  const known = decoderFor(label.toLowerCase())?.encoding ?? null;
  // "replacement" and "x-user-defined" are labels of the standard that make no text of news.
  return known === "replacement" || known === "x-user-defined" ? null : known;
}

function readWhole(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function mostReadable(bytes: Uint8Array, labels: readonly string[]): DecodedCopy {
  const label = labels[0] ?? "utf-8";
  const text = decoderFor(label)?.decode(bytes) ?? "";
  const lost = text.split("\uFFFD").length - 1;
  const kept = text.length - (text.match(/[\u0000-\u007f\ufffd]/g)?.length ?? 0);
  if (label.startsWith("utf-16") || kept > lost) return { text, charset: label, replaced: true };
  return told(decoderFor("windows-1252")?.decode(bytes) ?? text, "windows-1252");
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

const told = (text: string, charset: string): DecodedCopy => ({
  text,
  charset,
  replaced: text.includes("\uFFFD"),
});

const latin1 = (bytes: Uint8Array) => String.fromCharCode(...bytes);
