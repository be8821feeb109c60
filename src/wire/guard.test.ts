import assert from "node:assert/strict";
import { test } from "node:test";
import { guardCopy, mostCopyBytes, tooLarge } from "./guard.ts";
import { readJsonCopy } from "./json-copy.ts";
import { processorTime } from "../../test/house/processor-time.ts";

const refused = (text: string) => "unreadable" in guardCopy(text);
const kept = (text: string) => {
  const guarded = guardCopy(text);
  return "text" in guarded ? guarded.text : null;
};

// CASES XML-01 to XML-07, XML-30, F8: each in a time that nobody waits for. Ten times the bound keeps a busy machine from failing it.
const bombs: Readonly<Record<string, () => string>> = {
  "nested entities": () => '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
  "an external entity": () => '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>',
  "an entity declared outside a DOCTYPE": () => '<rss><!ENTITY x "y"></rss>',
  "many DOCTYPEs": () => `${"<!DOCTYPE rss>".repeat(100_000)}<rss/>`,
  "200,000 nested elements": () => `<rss>${"<a>".repeat(200_000)}`,
  "200,000 attributes": () => `<rss ${Array.from({ length: 200_000 }, (_, at) => `a${at}="x"`).join(" ")}/>`,
  "200,000 attributes without value": () => `<rss ${"a ".repeat(200_000)}/>`,
  "an attribute of 10 MB": () => `<rss a="${"x".repeat(10_000_000)}"/>`,
  "HTML nested 100,000 deep": () => `<!doctype html>${"<div>".repeat(100_000)}`,
  "JSON nested 100,000 deep": () => "[".repeat(100_000),
};
for (const [name, make] of Object.entries(bombs))
  test(`${name} is refused at once`, () => {
    const text = make();
    const start = processorTime();
    assert.ok(refused(text));
    assert.ok(processorTime() - start < 500);
  });

const slow: Readonly<Record<string, string>> = {
  "2,000,000 numeric references": `<rss>${"&#65;".repeat(2_000_000)}</rss>`,
  "200,000 links that never end": `<rss>${'<a href="'.repeat(200_000)}`,
  "300,000 comments that never end": `<rss>${"<!--".repeat(300_000)}`,
  "300,000 sections that never end": `<rss>${"<![CDATA[".repeat(300_000)}`,
  "300,000 end tags without start": `<rss>${"</x>".repeat(300_000)}`,
  "a million backslashes": `{"a":"${"\\\\".repeat(1_000_000)}"}`,
};
for (const [name, text] of Object.entries(slow))
  test(`${name} take no more time than any text of that length`, () => {
    const start = processorTime();
    guardCopy(text);
    assert.ok(processorTime() - start < 1000);
  });

test("the plain DOCTYPE of RSS 0.91 is taken out and the feed read", () => {
  assert.equal(
    kept('<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://x.test/rss.dtd"><rss/>'),
    "<rss/>",
  );
});

test("the DOCTYPE of a page stays", () => {
  assert.equal(kept("<!doctype html><p>Words"), "<!doctype html><p>Words");
});

test("markup that people leave open does not count as depth", () => {
  assert.notEqual(kept(`<rss><description>${"<p>line<br>".repeat(1000)}</description></rss>`), null);
});

test("characters that XML forbids are dropped, lone surrogates mended, misread quotes set right", () => {
  assert.equal(kept("<a>\u0000\u0008\u000b\ufffeb\ud800 don\u0092t</a>"), "<a>b\ufffd don’t</a>");
});

test("plain text passes as it is", () => {
  assert.equal(kept("Council to meet.\n\n5 < 6 & so on."), "Council to meet.\n\n5 < 6 & so on.");
});

test("brackets inside JSON text are not depth", () => {
  assert.notEqual(kept(`{"a":"${'[{\\"'.repeat(1000)}"}`), null);
});

test("names that reach prototypes are left out of JSON", () => {
  const read = readJsonCopy(
    '{"__proto__":{"polluted":1},"\\u005f_proto__":{"polluted":1},"a":{"constructor":1,"b":2}}',
  );
  assert.deepEqual(read, { became: "json", value: { a: { b: 2 } } });
  assert.equal("polluted" in {}, false);
});

test("cut JSON is unreadable and never an exception", () => {
  assert.equal(readJsonCopy('{"a":').became, "broken");
});

test("200 MB are refused by their size alone", () => {
  assert.notEqual(tooLarge(200_000_000), null);
  assert.equal(tooLarge(mostCopyBytes), null);
});
