import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readPrintedCredit } from "./printed-credit.ts";

const iptc = (...sets: readonly (readonly [number, Buffer])[]) =>
  Buffer.concat(
    sets.map(([number, value]) => Buffer.concat([Buffer.from([0x1c, 2, number, 0, value.length]), value])),
  );

test("an agency's IPTC gives writer, house and notice", () => {
  const block = iptc(
    [80, Buffer.from("Ana Reporter")],
    [110, Buffer.from("NORD")],
    [116, Buffer.from("© Nord")],
  );
  assert.deepEqual(readPrintedCredit({ iptc: block }), { credit: "Ana Reporter/NORD", rights: "© Nord" });
});

test("old IPTC in latin-1 keeps its letters", () => {
  const block = iptc([80, Buffer.from("Jos\xe9", "latin1")]);
  assert.equal(readPrintedCredit({ iptc: block }).credit, "José");
});

test("XMP is read as attribute, text and list", () => {
  const xmp = Buffer.from(
    '<x:xmpmeta><rdf:Description photoshop:Credit="Nord &amp; S&#252;d"><dc:creator><rdf:Seq><rdf:li>Ana</rdf:li></rdf:Seq></dc:creator><dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Nord</rdf:li></rdf:Alt></dc:rights>',
  );
  assert.deepEqual(readPrintedCredit({ xmp }), { credit: "Ana/Nord & Süd", rights: "© Nord" });
});

test("damaged metadata never stops a picture", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom("II*\0", "MM\0*", "Exif\0\0II*\0", "\x1c\x02P"),
      (bytes, start) => {
        const block = Buffer.concat([Buffer.from(start, "latin1"), bytes]);
        const read = readPrintedCredit({ exif: block, iptc: block, xmp: block });
        assert.equal(typeof read.credit, "string");
      },
    ),
    { numRuns: 500 },
  );
});
