import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { aPicture, pictureHouse } from "../../test/house/picture-house.ts";
import { originalPath } from "./darkroom.ts";
import { keepPicture, type PictureOutcome } from "./keep-picture.ts";

const arrived = (bytes: Uint8Array) => ({ bytes, address: null, credit: "", rights: "" });
const codeOf = (outcome: PictureOutcome) => (outcome.became === "refused" ? outcome.code : outcome.became);

test("every kind of picture on the list is kept byte for byte and measured", async () => {
  await using house = await pictureHouse();
  const source = aPicture(90, 60);
  for (const format of ["jpeg", "png", "webp", "avif", "gif"] as const) {
    const bytes = await source.clone().toFormat(format).toBuffer();
    const kept = await keepPicture(arrived(bytes), house.room);
    assert.ok(kept.became === "kept", codeOf(kept));
    assert.deepEqual(
      [kept.picture.type, kept.picture.width, kept.picture.height],
      [`image/${format}`, 90, 60],
    );
    assert.deepEqual(await readFile(originalPath(house.folder, kept.picture.hash)), bytes);
  }
  assert.equal(house.rows.length, 5);
});

test("the same bytes twice are one picture, even at the same time", async () => {
  await using house = await pictureHouse();
  const bytes = await aPicture(40, 40).jpeg().toBuffer();
  const outcomes = await Promise.all([1, 2, 3].map(() => keepPicture(arrived(bytes), house.room)));
  assert.deepEqual(outcomes.map(codeOf).toSorted(), ["kept", "same", "same"]);
  assert.equal(house.rows.length, 1);
});

test("a picture is measured the way up it is seen", async () => {
  await using house = await pictureHouse();
  const bytes = await aPicture(90, 60).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const kept = await keepPicture(arrived(bytes), house.room);
  assert.ok(kept.became === "kept");
  assert.deepEqual([kept.picture.width, kept.picture.height], [60, 90]);
});

test("credit and copyright in the file are kept in the record, and what the copy says comes first", async () => {
  await using house = await pictureHouse();
  const exif = { IFD0: { Artist: "Ana Reporter", Copyright: "Copyright Northern Wire 2026" } };
  const bytes = await aPicture(40, 40).jpeg().withExif(exif).toBuffer();
  const kept = await keepPicture(arrived(bytes), house.room);
  assert.ok(kept.became === "kept");
  assert.deepEqual(
    [kept.picture.credit, kept.picture.rights],
    ["Ana Reporter", "Copyright Northern Wire 2026"],
  );
  const other = await aPicture(41, 40).jpeg().withExif(exif).toBuffer();
  const named = await keepPicture({ ...arrived(other), credit: "Photograph: B. Keen" }, house.room);
  assert.ok(named.became === "kept");
  assert.equal(named.picture.credit, "Photograph: B. Keen");
});

test("what is not a picture, whatever it says it is, is refused and leaves nothing", async () => {
  await using house = await pictureHouse();
  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const files = [
    "",
    "GIF",
    "<html><img></html>",
    "%PDF-1.7",
    script,
    `<?xml version="1.0"?>\n${script}`,
    "II*\0",
  ];
  for (const file of files)
    assert.equal(
      codeOf(await keepPicture(arrived(Buffer.from(file)), house.room)),
      "picture-type-refused",
      file,
    );
  assert.deepEqual([house.rows, await readdir(house.folder)], [[], []]);
});

test("a drawing of our own may be an SVG", async () => {
  await using house = await pictureHouse();
  const bytes = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"><rect width="120" height="80"/></svg>',
  );
  const kept = await keepPicture({ ...arrived(bytes), ours: true }, house.room);
  assert.ok(kept.became === "kept");
  assert.deepEqual([kept.picture.type, kept.picture.width, kept.picture.height], ["image/svg+xml", 120, 80]);
});

test("a picture that is cut or damaged is refused and leaves nothing", async () => {
  await using house = await pictureHouse();
  for (const format of ["jpeg", "png", "webp", "avif"] as const) {
    const bytes = await aPicture(300, 200).toFormat(format).toBuffer();
    const cut = bytes.subarray(0, Math.floor(bytes.length / 2));
    assert.equal(codeOf(await keepPicture(arrived(cut), house.room)), "picture-broken", format);
  }
  const half = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  assert.equal(codeOf(await keepPicture(arrived(half), house.room)), "picture-broken");
  assert.deepEqual([house.rows, await readdir(house.folder)], [[], []]);
});

test("a flood of pixels is refused from its head, at once and in little memory", async () => {
  await using house = await pictureHouse();
  await keepPicture(arrived(await aPicture(10, 10).png().toBuffer()), house.room);
  for (const [width, height] of [
    [16_000, 16_000],
    [30_000, 30_000],
    [10_001, 10_000],
  ] as const) {
    const bytes = flatPng(width, height);
    const before = process.memoryUsage().rss;
    const began = performance.now();
    assert.equal(codeOf(await keepPicture(arrived(bytes), house.room)), "picture-too-many-pixels");
    assert.ok(performance.now() - began < 200, `${performance.now() - began} ms`);
    assert.ok(process.memoryUsage().rss - before < 20 * 1024 * 1024);
  }
  // Beyond what the format itself allows.
  assert.equal(codeOf(await keepPicture(arrived(flatPng(1, 2 ** 31 - 1)), house.room)), "picture-broken");
});

test("a moving picture is kept, shows its first frame, and says how many it has", async () => {
  await using house = await pictureHouse();
  const frame = (at: number) =>
    sharp({ create: { width: 20, height: 10, channels: 3, background: { r: at, g: 0, b: 0 } } })
      .png()
      .toBuffer();
  const frames = await Promise.all([0, 90, 180].map(frame));
  const bytes = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  const kept = await keepPicture(arrived(bytes), house.room);
  assert.ok(kept.became === "kept");
  assert.deepEqual([kept.frames, kept.picture.width, kept.picture.height], [3, 20, 10]);
});

test("nothing half written stays in the folder", async () => {
  await using house = await pictureHouse();
  const bytes = await aPicture(40, 40).png().toBuffer();
  await keepPicture(arrived(bytes), house.room);
  const files = await readdir(join(house.folder, "pictures"), { recursive: true, withFileTypes: true });
  assert.deepEqual(
    files.filter((each) => each.isFile()).map(({ name }) => name),
    [house.rows[0]?.hash],
  );
});

// A PNG of one colour, as small as can be for what it declares: the decoder would have to make all of it.
function flatPng(width: number, height: number): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(1_000_000));
  const parts = [chunk("IHDR", size), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
