import assert from "node:assert/strict";
import { after, test } from "node:test";
import { databasesUnderTest } from "../../test/house/databases.ts";
import { lookAddresses, lookEdition, lookPaper } from "../../test/house/look-edition.ts";
import { show, siteOf } from "../../test/house/look-site.ts";

// The pages are tested over literals; here both are shown to be one, so that those tests mean something.
const [embedded] = databasesUnderTest();
assert.ok(embedded);
const { store, close } = await embedded.open();
after(close);
await store.together(async (tables) => {
  for (const section of lookEdition.sections) await tables.sections.set(section);
  for (const partner of lookEdition.partners) await tables.partners.set(partner);
  for (const person of lookEdition.people) await tables.people.set(person);
  await tables.settings.set("paper", lookPaper);
});
await store.together(async (tables) => {
  await tables.wireItems.addVersions(lookEdition.versions);
  await tables.stories.set(...lookEdition.stories);
});
// The search entries of a batch are made a moment after its commit.
await store.caughtUp();

test("a page over the store is the page over the same rows as literals", async () => {
  const real = siteOf(lookEdition, { store });
  const feeds = [
    "/feed.xml",
    "/politics/feed.atom",
    "/by/liv-santangelo/feed.json",
    "/sitemap.xml",
    "/sitemap-2026-11.xml",
    "/news-sitemap.xml",
  ];
  for (const address of [...Object.values(lookAddresses), ...feeds]) {
    if (address.startsWith("/search")) continue;
    assert.deepEqual(await show(address, real), await show(address, siteOf()), address);
  }
});

test("what is asked for is found in the store and marked", async () => {
  const page = await show("/search?q=quay", siteOf(lookEdition, { store }));
  assert.ok("text" in page);
  assert.match(page.text, /<mark>quay<\/mark>/i);
  assert.doesNotMatch(page.text, /EMBARGOED|court protects/);
});
