import assert from "node:assert/strict";
import { test } from "node:test";
import { reply } from "../../test/house/fault-server.ts";
import { outboundHouse } from "../../test/house/outbound-house.ts";
import { aPicture, pictureHouse } from "../../test/house/picture-house.ts";
import type { Body } from "../story/body.ts";
import { pictureUse, type PictureUse } from "../story/picture.ts";
import { fetchPictures } from "./fetch-pictures.ts";

const use = (address: string | null, more: Partial<PictureUse> = {}): PictureUse => ({
  ...pictureUse.parse({ picture: null, address, alt: "A", caption: "C", credit: "" }),
  ...more,
});
const bodyWith = (...uses: readonly PictureUse[]): Body => ({
  type: "doc",
  content: uses.map((attrs) => ({
    type: "quote",
    attrs: { cite: "" },
    content: [{ type: "picture", attrs }],
  })),
});

test("the pictures of a story are fetched once each, kept, and named with their size and credit", async () => {
  const bytes = await aPicture(90, 60)
    .jpeg()
    .withExif({ IFD0: { Artist: "Ana Reporter" } })
    .toBuffer();
  await using net = await outboundHouse({ "/a.jpg": reply({ body: bytes }) });
  await using house = await pictureHouse();
  const room = { ...house.room, outbound: net.outbound };
  const address = "http://wire.example/a.jpg";
  const story = { mainPicture: use(address), body: bodyWith(use(address, { credit: "By hand" })) };
  const { copy, missing } = await fetchPictures(story, room);
  assert.deepEqual(missing, []);
  const id = house.rows[0]?.id;
  assert.deepEqual(
    copy.mainPicture,
    use(address, { picture: id ?? "", width: 90, height: 60, credit: "By hand", rights: "" }),
  );
  assert.match(JSON.stringify(copy.body), new RegExp(`"picture":"${id}".*By hand`));
  assert.equal(net.server.seen.length, 1);
  await fetchPictures(story, room);
  assert.equal(net.server.seen.length, 1, "what is here is not fetched again");
});

test("a picture that does not come stays an address, and the reason is told", async () => {
  await using net = await outboundHouse({ "/page": reply({ body: "<html>sign in</html>" }) });
  await using house = await pictureHouse();
  const addresses = ["http://wire.example/page", "http://wire.example/none", "http://127.0.0.1/x.png"];
  const story = { mainPicture: null, body: bodyWith(...addresses.map((each) => use(each)), use(null)) };
  const { copy, missing } = await fetchPictures(story, { ...house.room, outbound: net.outbound });
  assert.deepEqual(copy, story);
  assert.deepEqual(
    missing.map(({ code }) => code),
    ["picture-type-refused", "answer-not-found", "address-not-allowed"],
  );
});
