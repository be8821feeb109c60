import assert from "node:assert/strict";
import { test } from "node:test";
import { databasesUnderTest } from "../../test/house/databases.ts";
import { aPicture, pictureHouse } from "../../test/house/picture-house.ts";
import { keepPicture } from "./keep-picture.ts";

for (const database of databasesUnderTest())
  test(`a picture asked for ten times at once is one row in ${database.name}`, async () => {
    await using house = await pictureHouse();
    const { store, close } = await database.open();
    const bytes = await aPicture(40, 30).png().toBuffer();
    const arrived = {
      bytes,
      address: "https://wire.example/a.png",
      credit: "Ana Reporter",
      rights: "© Nord",
    };
    const room = { ...house.room, store };
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => keepPicture(arrived, room)));
    const ids = outcomes.map((each) => (each.became === "refused" ? each.code : each.picture.id));
    assert.equal(new Set(ids).size, 1);
    const kept = await store.read.pictures.findByAddress(arrived.address);
    assert.deepEqual(
      [kept?.id, kept?.width, kept?.credit, kept?.rights],
      [ids[0], 40, "Ana Reporter", "© Nord"],
    );
    await close();
  });
