import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { z } from "zod";
import { body, type Body } from "../../story/body.ts";
import { decodeCopy } from "../decode.ts";
import type { CopyText, Parsed, ParsedItem } from "../format.ts";
import { guardCopy } from "../guard.ts";
import { loadFormats } from "../parse-copy.ts";

// The contract of the folder. Samples of a format lie in test/wires/<its name>/. A sample X.xml may have X.items.json
// beside it: parts of the items to be found, "text" for the words of the body, "refused": true for an item that is none.
const wires = join(import.meta.dirname, "../../../test/wires");
const formats = await loadFormats();
const samples = formats.flatMap((format) => samplesOf(format.name).map((file) => ({ format, file })));

const expected = z.object({
  damage: z.boolean(),
  feed: z.record(z.string(), z.unknown()).optional(),
  items: z.array(z.record(z.string(), z.unknown())),
});

test("every format has a name of its own, its file's", () => {
  const files = globSync("*.ts", { cwd: import.meta.dirname }).filter((file) => !file.endsWith(".test.ts"));
  assert.deepEqual(formats.map(({ name }) => `${name}.ts`).toSorted(), files.toSorted());
});

for (const { format, file } of samples) {
  test(`the sample ${format.name}/${file} is recognised by its own format and by no other`, () => {
    const copy = copyOf(join(wires, format.name, file));
    assert.deepEqual(
      formats.filter((each) => each.recognises(copy)).map(({ name }) => name),
      [format.name],
    );
  });

  test(`the sample ${format.name}/${file} gives the items written down beside it`, () => {
    const parsed = format.parse(copyOf(join(wires, format.name, file)));
    const beside = join(wires, format.name, file.replace(/\.\w+$/, ".items.json"));
    if (existsSync(beside)) compare(parsed, expected.parse(JSON.parse(readFileSync(beside, "utf8"))));
    if ("items" in parsed) parsed.items.forEach(checkBody);
  });

  test(`the sample ${format.name}/${file}, cut anywhere, is never an exception nor taken for whole`, () => {
    const whole = copyOf(join(wires, format.name, file));
    for (const share of [0.2, 0.5, 0.8, 0.95]) {
      const cut = { ...whole, text: whole.text.slice(0, Math.floor(whole.text.trimEnd().length * share)) };
      if (format.recognises(cut)) assertNotWhole(format.parse(cut), whole.text);
    }
  });
}

function samplesOf(name: string): string[] {
  const files = globSync("*.*", { cwd: join(wires, name) });
  const isExpectation = (file: string) =>
    file.endsWith(".items.json") ||
    file.endsWith(".ts") ||
    (file.endsWith(".json") &&
      files.some(
        (other) =>
          other !== file && other.replace(/\.\w+$/, ".json") === file && !other.endsWith(".items.json"),
      ));
  return files.filter((file) => !isExpectation(file)).toSorted();
}

function copyOf(path: string): CopyText {
  const guarded = guardCopy(decodeCopy(readFileSync(path), { contentType: null }).text);
  assert.ok("text" in guarded, path);
  return { text: guarded.text, contentType: null, address: "https://partner.test/feeds/sample" };
}

function compare(parsed: Parsed, wanted: z.infer<typeof expected>): void {
  assert.ok("items" in parsed);
  assert.equal(parsed.damage !== null, wanted.damage);
  assert.equal(parsed.items.length, wanted.items.length);
  assert.partialDeepStrictEqual({ ...parsed.feed }, { ...wanted.feed });
  for (const [at, { text, refused, ...parts }] of wanted.items.entries()) {
    const found: ParsedItem | undefined = parsed.items[at];
    assert.equal(found !== undefined && "refused" in found, refused === true);
    if (found === undefined || "refused" in found) continue;
    assert.partialDeepStrictEqual(found.item, parts);
    if (text !== undefined) assert.equal(wordsIn(found.item.body), text);
  }
}

function checkBody(parsed: ParsedItem): void {
  if ("item" in parsed) assert.equal(body.safeParse(parsed.item.body).success, true);
}

// Markup and JSON can tell that their end is missing; plain text cannot.
function assertNotWhole(parsed: Parsed, text: string): void {
  if (/^\s*(?:<\?xml|\{|\[)/.test(text)) assert.ok("unreadable" in parsed || parsed.damage !== null);
}

const wordsIn = ({ content }: Body): string => content.map(wordsOfBlock).join(" ");

function wordsOfBlock(node: unknown): string {
  const read = z
    .object({ text: z.string().optional(), content: z.array(z.unknown()).optional() })
    .safeParse(node);
  if (!read.success) return "";
  const inner = (read.data.content ?? []).map(wordsOfBlock);
  return read.data.text ?? inner.join("");
}
