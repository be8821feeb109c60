import assert from "node:assert/strict";
import { test } from "node:test";
import {
  pictureAddress,
  readPictureAddress,
  renditionFormats,
  renditionWidths,
  widthsFor,
} from "./picture-address.ts";

test("every address we write for a rendition can be read back", () => {
  for (const width of renditionWidths)
    for (const format of renditionFormats)
      assert.deepEqual(readPictureAddress(pictureAddress("01hz0pict", width, format)), {
        id: "01hz0pict",
        width,
        format,
      });
});

test("an address with a width or format we never make is not an address of ours", () => {
  const strange = [
    "/picture/a/321.webp",
    "/picture/a/0320.webp",
    "/picture/a/320.png",
    "/picture/../320.webp",
    "/picture/a/320.webp/",
    "/picture/A/320.webp",
  ];
  assert.deepEqual(
    strange.filter((path) => readPictureAddress(path) !== undefined),
    [],
  );
});

test("a picture is never offered wider than it is, and always offered once", () => {
  assert.deepEqual(widthsFor(700), [320, 480, 640]);
  assert.deepEqual(widthsFor(90), [320]);
  assert.deepEqual(widthsFor(null), renditionWidths);
});
