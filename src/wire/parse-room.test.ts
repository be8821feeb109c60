import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, test } from "node:test";
import { parseHere } from "./parse-copy.ts";
import { openParseRoom } from "./parse-room.ts";

const origin = { contentType: null, address: "https://partner.test/feed" };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const feedOf = (count: number, text = "Words.") =>
  bytesOf(
    `<rss version="2.0"><channel><title>Wire</title>${Array.from({ length: count }, (_, at) => `<item><title>Story ${at}</title><description>${text}</description></item>`).join("")}</channel></rss>`,
  );

const room = openParseRoom();
after(() => room.close());

test("the room reads copy as this thread would", async () => {
  const bytes = feedOf(3);
  assert.deepEqual(await room.parse(bytes, origin), await parseHere(bytes, origin));
});

test("items of a long feed arrive in small chunks, in order", async () => {
  const copy = await room.parseInChunks(
    feedOf(4000, `&lt;p&gt;${"Many words of a story. ".repeat(40)}`),
    origin,
  );
  assert.ok("chunks" in copy);
  const sizes: number[] = [];
  for await (const chunk of copy.chunks) {
    const first = chunk[0];
    assert.ok(first && "item" in first);
    assert.equal(first.item.headline, `Story ${sizes.reduce((sum, size) => sum + size, 0)}`);
    sizes.push(chunk.length);
  }
  assert.equal(await copy.ended, null);
  assert.ok(Math.max(...sizes) <= 400);
  assert.equal(
    sizes.reduce((sum, size) => sum + size, 0),
    4000,
  );
});

test("copies handed in together are each answered with their own items", async () => {
  const counts = await Promise.all([1, 2, 3].map((count) => room.parse(feedOf(count), origin)));
  assert.deepEqual(
    counts.map((copy) => ("items" in copy ? copy.items.length : -1)),
    [1, 2, 3],
  );
});

test("copy in no format, empty copy and copy too large get one sentence each", async () => {
  for (const bytes of [bytesOf("<svg/>"), bytesOf(" \n"), new Uint8Array(70_000_000)]) {
    const answer = await room.parse(bytes, origin);
    assert.ok("unreadable" in answer);
    assert.match(answer.unreadable, /^\p{Lu}[^\n]*\.$/u);
  }
});

test("copy that takes too long is stopped, and the next copy is read", async () => {
  const strict = openParseRoom({ deadlineMs: 1 });
  const slow = await strict.parse(feedOf(20_000, `&lt;p&gt;${"&lt;b&gt;x&lt;/b&gt; ".repeat(40)}`), origin);
  assert.ok("unreadable" in slow || slow.damage !== null);
  await strict.close();
  assert.ok("items" in (await room.parse(feedOf(1), origin)));
});

test("copy that takes too much memory is stopped, and the next copy is read", async () => {
  const small = openParseRoom({ memoryMiB: 48 });
  const heavy = await small.parse(feedOf(200_000, "&lt;p&gt;a&lt;p&gt;b"), origin);
  assert.ok("unreadable" in heavy || heavy.damage !== null);
  assert.ok("items" in (await small.parse(feedOf(1), origin)));
  await small.close();
});

test("a room without work does not keep the process alive", () => {
  const file = JSON.stringify(join(import.meta.dirname, "parse-room.ts"));
  const program = `const { openParseRoom } = await import(${file}); const room = openParseRoom();
    const copy = await room.parse(new TextEncoder().encode("<rss><channel><title>x</title></channel></rss>"), { contentType: null, address: null });
    process.stdout.write("items" in copy ? "read" : copy.unreadable);`;
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
    timeout: 20_000,
    encoding: "utf8",
  });
  assert.equal(said, "read");
});
