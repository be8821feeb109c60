import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeCopy } from "./decode.ts";

const noHeader = { contentType: null };
const ascii = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf16 = (text: string, little: boolean) =>
  Uint8Array.from(
    Array.from({ length: text.length * 2 }, (_, at) => {
      const unit = text.charCodeAt(at >> 1);
      return (at % 2 === 0) === little ? unit & 255 : unit >> 8;
    }),
  );
const utf32 = (text: string) =>
  Uint8Array.from(
    Array.from(text).flatMap((char) => [
      0,
      0,
      (char.codePointAt(0) ?? 0) >> 8,
      (char.codePointAt(0) ?? 0) & 255,
    ]),
  );

test("a byte order mark decides before header and declaration, and is not part of the text", () => {
  const bytes = Uint8Array.of(
    0xef,
    0xbb,
    0xbf,
    ...new TextEncoder().encode("<?xml encoding='koi8-r'?><a>é</a>"),
  );
  const { text, charset } = decodeCopy(bytes, { contentType: "text/xml; charset=iso-8859-1" });
  assert.equal(charset, "utf-8");
  assert.ok(text.startsWith("<?xml") && text.includes("é"));
});

test("the header's charset decides before the declaration", () => {
  const bytes = ascii('<?xml version="1.0" encoding="utf-8"?><a>\xe9\xe8</a>');
  assert.ok(decodeCopy(bytes, { contentType: 'text/xml;charset="iso-8859-2"' }).text.includes("éč"));
});

test("UTF-16 and UTF-32 are told by their pattern where they have no mark", () => {
  const xml = "<rss>ž</rss>";
  assert.deepEqual(decodeCopy(utf16(xml, true), noHeader), {
    text: xml,
    charset: "utf-16le",
    replaced: false,
  });
  assert.deepEqual(decodeCopy(utf16(xml, false), noHeader), {
    text: xml,
    charset: "utf-16be",
    replaced: false,
  });
  assert.deepEqual(decodeCopy(utf32(xml), noHeader), { text: xml, charset: "utf-32be", replaced: false });
});

test("the declared charset is used: Shift_JIS, KOI8-R, GB18030", () => {
  const declared = (charset: string, bytes: readonly number[]) =>
    decodeCopy(
      Uint8Array.of(...ascii(`<?xml version="1.0" encoding="${charset}"?><a>`), ...bytes),
      noHeader,
    ).text.slice(-2);
  assert.equal(declared("Shift_JIS", [0x93, 0xfa, 0x96, 0x7b]), "日本");
  assert.equal(declared("KOI8-R", [0xc4, 0xc1]), "да");
  assert.equal(declared("GB18030", [0xd6, 0xd0, 0xb9, 0xfa]), "中国");
});

test("windows-1252 that calls itself UTF-8 is read as what it is", () => {
  const bytes = ascii('<?xml version="1.0" encoding="utf-8"?><a>\x93caf\xe9\x94 \x96 \x80 5</a>');
  assert.deepEqual(decodeCopy(bytes, noHeader), {
    text: '<?xml version="1.0" encoding="utf-8"?><a>“café” – € 5</a>',
    charset: "windows-1252",
    replaced: false,
  });
});

test("one broken byte in UTF-8 costs one character, not the whole wire", () => {
  const text = "Überlänge, Größe, Maßstäbe ".repeat(20);
  const bytes = Uint8Array.of(...new TextEncoder().encode(text), 0xff, 0x41);
  const decoded = decodeCopy(bytes, noHeader);
  assert.equal(decoded.charset, "utf-8");
  assert.equal(decoded.replaced, true);
  assert.ok(decoded.text.startsWith(text));
});

test("UTF-7 is never honoured", () => {
  const bytes = ascii('<?xml version="1.0" encoding="utf-7"?><a>+ADw-script+AD4-</a>');
  assert.ok(!decodeCopy(bytes, { contentType: "text/xml; charset=utf-7" }).text.includes("<script"));
});

test("JSON is UTF-8 whatever its header says", () => {
  const bytes = new TextEncoder().encode('{"title":"Zürich"}');
  assert.ok(
    decodeCopy(bytes, { contentType: "application/json; charset=iso-8859-1" }).text.includes("Zürich"),
  );
});

test("a page's meta charset is found", () => {
  const bytes = ascii(
    '<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1251"></head>\xcc\xe8\xf0',
  );
  assert.ok(decodeCopy(bytes, noHeader).text.endsWith("Мир"));
});
