import { sniffByteOrder } from "./decode-byte-order.ts";

/**
 * The sentence for bytes that are no text at all: a picture, a packed file, a program. Such bytes would otherwise be
 * decoded all the same and refused for something nobody can understand, or taken for a story. Null for text.
 */
export function whyNoText(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  const kind = kinds.find(({ opens }) => head.startsWith(opens));
  if (kind !== undefined) return `The copy is ${kind.is}; ${kind.do}.`;
  if (sniffByteOrder(bytes) !== null) return null; // UTF-16 and UTF-32 are full of zeros
  const sample = bytes.subarray(0, 65_536);
  const controls = sample.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  if (controls <= fewControls || controls / sample.length <= mostControls) return null;
  return "The copy is no text but the bytes of some program or file; send the text, page or feed itself.";
}

const asText = "save it as text or as a web page and send that";
const kinds = [
  { opens: "%PDF-", is: "a PDF", do: asText },
  { opens: "PK\u0003\u0004", is: "a packed file or an office document", do: asText },
  { opens: "\u00d0\u00cf\u0011\u00e0", is: "an office document", do: asText },
  { opens: "{\\rtf", is: "an office document (RTF)", do: asText },
  { opens: "\u001f\u008b", is: "packed (gzip)", do: "unpack it and send what is inside" },
  { opens: "\u0089PNG", is: "a picture", do: "give it with --picture, beside the copy it belongs to" },
  {
    opens: "\u00ff\u00d8\u00ff",
    is: "a picture",
    do: "give it with --picture, beside the copy it belongs to",
  },
  { opens: "GIF8", is: "a picture", do: "give it with --picture, beside the copy it belongs to" },
];

// Wires do send a few stray control characters (CASES XML-11); random bytes hold one in ten.
const fewControls = 16;
const mostControls = 0.03;
const whiteSpace = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1a]);
const isControl = (byte: number) => byte < 0x20 && !whiteSpace.has(byte);
