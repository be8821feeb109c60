import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import sharp from "sharp";
import { aPicture, pictureHouse } from "../../test/house/picture-house.ts";
import { Refusal } from "../base/refusal.ts";
import { renditionFormats } from "../story/picture-address.ts";
import { keepPicture, type PictureRoom } from "./keep-picture.ts";
import { readPrintedCredit } from "./printed-credit.ts";

async function kept(
  bytes: Uint8Array,
  room: PictureRoom,
  words = { credit: "Ana “A” Reporter/Nord & Süd", rights: "© Nord" },
) {
  const outcome = await keepPicture({ bytes, address: null, ...words }, room);
  assert.ok(outcome.became === "kept");
  return outcome.picture;
}

test("a rendition has the width and format asked for and names credit and copyright", async () => {
  await using house = await pictureHouse();
  const picture = await kept(await aPicture(1200, 800).jpeg().toBuffer(), house.room);
  for (const format of renditionFormats) {
    const bytes = await house.room.darkroom.rendition({ picture, width: 480, format });
    const head = await sharp(bytes).metadata();
    assert.deepEqual([head.width, head.height], [480, 320], format);
    assert.equal(head.format, format === "avif" ? "heif" : format);
    assert.deepEqual(
      readPrintedCredit(head),
      { credit: "Ana “A” Reporter/Nord & Süd", rights: "© Nord" },
      format,
    );
  }
});

test("place, serial number and thumbnail of the original are in no rendition", async () => {
  await using house = await pictureHouse();
  const exif = {
    IFD0: { Make: "SECRETMAKE" },
    IFD2: { BodySerialNumber: "SECRET123" },
    IFD3: { GPSLatitudeRef: "N", GPSLatitude: "50/1 51/1 0/1" },
  };
  const original = await aPicture(700, 500).jpeg().withExif(exif).withXmp("<x>SECRETXMP</x>").toBuffer();
  assert.match(original.toString("latin1"), /SECRET123[^]*SECRETXMP|SECRETXMP[^]*SECRET123/);
  const picture = await kept(original, house.room);
  for (const format of renditionFormats) {
    const bytes = Buffer.from(await house.room.darkroom.rendition({ picture, width: 320, format }));
    assert.doesNotMatch(bytes.toString("latin1"), /SECRET/, format);
    const head = await sharp(bytes).metadata();
    // Tag 0x8825 is the way into the GPS directory.
    assert.ok(
      !head.exif?.includes(Buffer.from([0x25, 0x88])) && !head.exif?.includes(Buffer.from([0x88, 0x25])),
    );
  }
});

test("a picture is turned the right way up and never made larger than it is", async () => {
  await using house = await pictureHouse();
  const bytes = await aPicture(400, 200).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const picture = await kept(bytes, house.room);
  const head = await sharp(
    await house.room.darkroom.rendition({ picture, width: 960, format: "webp" }),
  ).metadata();
  assert.deepEqual([head.width, head.height, head.orientation ?? 1], [200, 400, 1]);
});

test("a drawing is drawn at the size asked for", async () => {
  await using house = await pictureHouse();
  const bytes = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"><circle cx="60" cy="40" r="39"/></svg>',
  );
  const outcome = await keepPicture({ bytes, address: null, credit: "", rights: "", ours: true }, house.room);
  assert.ok(outcome.became === "kept");
  const made = await house.room.darkroom.rendition({ picture: outcome.picture, width: 960, format: "webp" });
  const head = await sharp(made).metadata();
  assert.deepEqual([head.width, head.height], [960, 640]);
});

test("asking many times at once makes a rendition once, and the next time it comes from the disk", async () => {
  await using house = await pictureHouse();
  const picture = await kept(await aPicture(900, 600).jpeg().toBuffer(), house.room);
  const ask = () => house.room.darkroom.rendition({ picture, width: 640, format: "webp" });
  const all = await Promise.all(Array.from({ length: 50 }, ask));
  assert.equal(new Set(all).size, 1);
  await rm(join(house.folder, "pictures"), { recursive: true });
  assert.deepEqual(Buffer.from(await ask()), Buffer.from(all[0] ?? []));
});

test("a rendition of a lost original is refused, and the next one is made all the same", async () => {
  await using house = await pictureHouse();
  const picture = await kept(await aPicture(90, 60).jpeg().toBuffer(), house.room);
  const lost = { ...picture, hash: "0".repeat(64) };
  await assert.rejects(
    house.room.darkroom.rendition({ picture: lost, width: 320, format: "jpeg" }),
    (error) => error instanceof Refusal && error.code === "picture-not-found",
  );
  assert.ok((await house.room.darkroom.rendition({ picture, width: 320, format: "jpeg" })).length > 0);
});
