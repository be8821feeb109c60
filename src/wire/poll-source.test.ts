import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { drip, head, raw, redirect, reply, silence, type Script } from "../../test/house/fault-server.ts";
import { feedAddress, pollHouse, type PollHouse } from "../../test/house/poll-house.ts";
import { days, hours, minutes } from "../base/clock.ts";
import { presentSource } from "./poll-health.ts";

const rss = (...titles: readonly string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel>${titles.map((each) => `<item><title>${each}</title></item>`).join("")}</channel></rss>`;
const feed = (body: string, headers: Readonly<Record<string, string>> = {}) => reply({ body, headers });
const asked = (house: PollHouse, header: string) => house.server.seen.at(-1)?.headers[header];

test("the first poll asks without a condition, hands the copy on and is due again after the interval", async () => {
  await using house = await pollHouse();
  assert.equal(
    await house.poll(feed(rss("A"), { etag: '"1"', "content-type": "application/rss+xml" })),
    "new-copy",
  );
  assert.equal(asked(house, "if-none-match"), undefined);
  const [copy] = house.taken;
  assert.equal(Buffer.from(copy?.bytes ?? []).toString(), rss("A"));
  assert.deepEqual(
    [copy?.origin, copy?.contentType, copy?.partner.id],
    [feedAddress, "application/rss+xml", "p1"],
  );
  assert.equal(house.source().nextTryAt, house.now() + minutes(30));
  assert.equal(house.source().lastGoodAt, house.now());
});

test("validators of any shape go back byte for byte, and a 304 may bring new ones", async () => {
  for (const etag of ['W/"weak"', "unquoted", '"a,b"', "\u00e9\u00ff"]) {
    await using house = await pollHouse();
    const lastModified = "Sat, 99 Foo 2099 rubbish";
    await house.poll(feed(rss("A"), { etag, "last-modified": lastModified }));
    assert.equal(await house.poll(raw(head(304, { etag: '"next"' }))), "nothing-new");
    assert.deepEqual(
      [asked(house, "if-none-match"), asked(house, "if-modified-since")],
      [etag, lastModified],
    );
    assert.deepEqual([house.source().etag, house.source().lastModified], ['"next"', lastModified]);
  }
});

test("a validator of four kilobytes is not kept, and the same body again is not read again", async () => {
  await using house = await pollHouse();
  await house.poll(feed(rss("A"), { etag: `"${"x".repeat(4096)}"` }));
  assert.equal(house.source().etag, null);
  assert.equal(await house.poll(feed(rss("A"), { etag: '"changes"' })), "nothing-new");
  assert.equal(await house.poll(feed(rss("A"), { etag: '"each time"' })), "nothing-new");
  assert.equal(house.taken.length, 1);
});

test("an incomplete answer, however it was cut, keeps no validators; its items are taken and the next poll brings the rest", async () => {
  const whole = rss("A", "B", "C");
  const part = whole.slice(0, -30);
  const etag = '"1"';
  const cuts: readonly Script[] = [
    raw(head(200, { etag, "content-length": String(whole.length) }), part),
    raw(head(200, { etag, "transfer-encoding": "chunked" }), `${part.length.toString(16)}\r\n${part}\r\n`),
    reply({ body: gzipSync(whole).subarray(0, -12), headers: { etag, "content-encoding": "gzip" } }),
    raw(`HTTP/1.0 200 OK\r\netag: ${etag}\r\n\r\n`, part),
    feed(part, { etag }),
  ];
  for (const [at, cut] of cuts.entries()) {
    await using house = await pollHouse();
    assert.equal(await house.poll(cut), "failed", String(at));
    assert.equal(house.source().lastError?.code, "copy-cut");
    assert.deepEqual([house.source().etag, house.source().memory.bodyHash], [null, null]);
    assert.equal(house.taken.length, 1);
    assert.ok(house.source().nextTryAt < house.now() + minutes(30));
    assert.equal(await house.poll(feed(whole, { etag })), "new-copy");
    assert.equal(asked(house, "if-none-match"), undefined);
    assert.equal(house.source().etag, etag);
  }
});

test("a whole HTTP/1.0 answer is known by its own end", async () => {
  await using house = await pollHouse();
  assert.equal(
    await house.poll(raw(`HTTP/1.0 200 OK\r\netag: "1"\r\n\r\n${rss("A")}\n<!-- served -->\n`)),
    "new-copy",
  );
  assert.equal(house.source().etag, '"1"');
});

test("every other way to fail leaves a reason, a next try and all that was there before", async () => {
  const page = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>please</body></html>";
  const ways: readonly (readonly [string, Script])[] = [
    ["page-instead-of-feed", feed(page)],
    [
      "page-instead-of-feed",
      feed("<html><body>We moved</body></html>", { "content-type": "application/rss+xml" }),
    ],
    ["answer-empty", feed("")],
    ["answer-empty", reply({ status: 204 })],
    ["answer-partial", reply({ status: 206, body: rss("A") })],
    ["answer-not-found", reply({ status: 404, body: page })],
    ["page-forbidden", reply({ status: 403 })],
    ["server-failing", reply({ status: 500 })],
    ["asked-to-wait", reply({ status: 429 })],
    ["answer-malformed", raw("HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx")],
    ["coding-refused", reply({ body: "x", headers: { "content-encoding": "gzip, br" } })],
    ["timed-out", silence],
    ["timed-out", drip(head(200), 20)],
    ["connection-broken", (socket) => void socket.destroy()],
    ["redirects-too-many", redirect("/feed")],
    ["address-not-allowed", redirect("http://169.254.169.254/")],
  ];
  await using house = await pollHouse();
  await house.poll(feed(rss("A"), { etag: '"1"' }));
  const good = house.source().lastGoodAt;
  for (const [code, script] of ways) {
    assert.equal(await house.poll(script), "failed", code);
    const source = house.source();
    assert.equal(source.lastError?.code, code);
    assert.deepEqual([source.etag, source.lastGoodAt, source.paused], ['"1"', good, false], code);
    const health = presentSource(source, house.now());
    assert.equal(health.state, "failing");
    assert.ok(health.nextTryAt !== null && health.nextTryAt > house.now(), code);
    assert.ok(health.says.includes(source.lastError?.says ?? "-"), code);
  }
  assert.equal(house.taken.length, 1);
  assert.equal(presentSource(house.source(), house.now()).alarm, true);
  assert.equal(house.events.filter(({ what }) => what === "source.failing").length, 1);
  assert.equal(await house.poll(feed(rss("A", "B"))), "new-copy");
  assert.deepEqual([house.source().failures, house.source().lastError], [0, null]);
});

test("a 304 that nobody asked for is a failure and keeps nothing", async () => {
  await using house = await pollHouse();
  assert.equal(await house.poll(raw(head(304, { etag: '"1"' }))), "failed");
  assert.deepEqual([house.source().lastError?.code, house.source().etag], ["answer-unasked", null]);
});

test("copy the intake sets aside keeps no validators, so that it is read again when we read better", async () => {
  await using house = await pollHouse();
  house.intake = () => ({ became: "set-aside", code: "copy-without-stories", says: "Nothing in it." });
  assert.equal(await house.poll(feed(rss(), { etag: '"1"' })), "failed");
  assert.deepEqual(
    [house.source().lastError?.code, house.source().etag, house.source().memory.bodyHash],
    ["copy-without-stories", null, null],
  );
});

test("a wait that is asked for is kept to, for every source of that host, within a minute and a day", async () => {
  const asks: readonly (readonly [string, number])[] = [
    ["7200", hours(2)],
    ["315360000", hours(24)],
    [new Date(Date.UTC(2026, 10, 2, 12)).toUTCString(), hours(3)],
    ["Monday, 02-Nov-26 12:00:00 GMT", hours(3)],
    ["Mon Nov  2 12:00:00 2026", hours(3)],
  ];
  for (const [value, wait] of asks) {
    await using house = await pollHouse();
    house.sources.set("other", { ...house.source(), id: "other", address: "http://wire.example/other" });
    house.sources.set("apart", { ...house.source(), id: "apart", address: "http://apart.example/" });
    await house.poll(reply({ status: 503, headers: { "retry-after": value } }));
    assert.equal(house.source().nextTryAt, house.now() + wait, value);
    assert.equal(house.sources.get("other")?.nextTryAt, house.now() + wait, value);
    assert.ok((house.sources.get("apart")?.nextTryAt ?? 0) < house.now());
  }
  for (const value of ["0", "-5", "soon", "1e9", ""]) {
    await using house = await pollHouse();
    await house.poll(reply({ status: 429, headers: { "retry-after": value } }));
    assert.equal(house.source().nextTryAt, house.now() + minutes(15), value);
  }
});

test("a passing fault is tried again soon and then ever later, one that a person must mend after the interval", async () => {
  await using house = await pollHouse();
  const waits: number[] = [];
  for (let at = 0; at < 10; at += 1) {
    await house.poll(reply({ status: 500 }));
    waits.push((house.source().nextTryAt - house.now()) / minutes(1));
  }
  assert.deepEqual(waits, [5, 10, 20, 40, 80, 160, 320, 360, 360, 360]);
  await using lost = await pollHouse();
  for (let at = 0; at < 50; at += 1) await lost.poll(reply({ status: 404 }), minutes(1));
  assert.equal(lost.source().nextTryAt - lost.now(), hours(24));
  assert.equal(lost.source().paused, false);
});

test("a permanent redirect is adopted after three times over a day, with a notice", async () => {
  await using house = await pollHouse();
  house.server.scripts.set("/new", feed(rss("A"), { etag: '"1"' }));
  const moves = redirect("http://new.example/new", 301);
  for (let at = 0; at < 3; at += 1) {
    await house.poll(moves, hours(8));
    assert.equal(house.source().address, feedAddress);
    assert.equal(presentSource(house.source(), house.now()).movingTo, "http://new.example/new");
  }
  await house.poll(moves, hours(8));
  assert.equal(house.source().address, "http://new.example/new");
  assert.deepEqual(
    house.events.map(({ what }) => what),
    ["source.moved"],
  );
});

test("a redirect for now, one that changes, one to a page, and one to another source's address are not adopted", async () => {
  await using house = await pollHouse();
  const target = feed(rss("A"));
  for (const path of ["/a", "/b", "/taken"]) house.server.scripts.set(path, target);
  house.server.scripts.set("/portal", feed("<html><title>Pay</title></html>"));
  house.sources.set("other", { ...house.source(), id: "other", address: "http://wire.example/taken" });
  const rounds = [redirect("/a", 302), redirect("/portal", 301), redirect("/taken", 308)];
  for (const script of rounds) for (let at = 0; at < 5; at += 1) await house.poll(script, hours(10));
  for (let at = 0; at < 6; at += 1) await house.poll(redirect(at % 2 === 0 ? "/a" : "/b", 301), hours(10));
  assert.equal(house.source().address, feedAddress);
});

test("an address that is gone for good pauses the source and says so", async () => {
  await using house = await pollHouse();
  await house.poll(feed(rss("A")));
  await house.poll(reply({ status: 410 }));
  const health = presentSource(house.source(), house.now());
  assert.deepEqual([health.state, health.nextTryAt], ["paused", null]);
  assert.deepEqual(
    house.events.map(({ what }) => what),
    ["source.paused"],
  );
});

test("what people change during a poll stays, and a poll of a removed source writes nothing", async () => {
  await using house = await pollHouse();
  await house.poll((socket, seen) => {
    house.sources.set("wire", { ...house.source(), paused: true, section: "world" });
    return feed(rss("A"))(socket, seen);
  });
  assert.deepEqual([house.source().paused, house.source().section], [true, "world"]);
  const before = house.source();
  const { pollSource } = await import("./poll-source.ts");
  house.sources.delete("wire");
  assert.equal((await pollSource(before, house.room)).source, null);
  assert.equal(house.sources.size, 0);
});

test("a partner that falls silent against its own habit is called unusually quiet", async () => {
  await using house = await pollHouse();
  for (let at = 0; at < 8; at += 1) await house.poll(feed(rss(String(at)), { etag: '"1"' }), hours(1));
  for (let at = 0; at < 11; at += 1) await house.poll(raw(head(304)), hours(1));
  assert.equal(presentSource(house.source(), house.now()).state, "well");
  for (let at = 0; at < 13; at += 1) await house.poll(raw(head(304)), hours(1));
  assert.equal(presentSource(house.source(), house.now()).state, "quiet");
  assert.equal(await house.poll(feed(rss("again"))), "new-copy");
  assert.equal(presentSource(house.source(), house.now()).state, "well");
});

test("a week of polling asks without a condition once, and never sooner than agreed", async () => {
  await using house = await pollHouse();
  const times: number[] = [];
  const until = house.now() + days(7);
  house.server.scripts.set("/feed", (socket, seen) =>
    (seen.headers["if-none-match"] === undefined ? feed(rss("A"), { etag: '"1"' }) : raw(head(304)))(
      socket,
      seen,
    ),
  );
  while (house.now() < until) {
    await house.poll(undefined, Math.max(0, house.source().nextTryAt - house.now()));
    times.push(house.now());
  }
  const unconditional = house.server.seen.filter(({ headers }) => headers["if-none-match"] === undefined);
  assert.equal(unconditional.length, 1);
  assert.ok(times.every((time, at) => at === 0 || time - (times[at - 1] ?? 0) >= minutes(30)));
});
