import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { shippedAddress } from "./shipped.ts";

// Plain files by layer, joined once at start; a kind of page carries only the layers it uses (docs/decisions/010).
const layers = {
  story: ["tokens", "faces", "base", "parts", "story", "print"],
  list: ["tokens", "faces", "base", "parts", "ask", "list", "print"],
  plain: ["tokens", "faces", "base", "parts", "ask", "plain", "print"],
} as const;

/** Which style a page carries: a story, a page of many stories, or a page of words. */
export type StyleKind = keyof typeof layers;

const sheets: Readonly<Record<StyleKind, string>> = {
  story: sheetOf(layers.story),
  list: sheetOf(layers.list),
  plain: sheetOf(layers.plain),
};

/** The whole style of a kind of page, as it stands inside its `<style>`. */
export const styleOf = (kind: StyleKind): string => sheets[kind];

/** Every layer in one sheet, for pages that link it. */
export const wholeSheet: string = sheetOf([...new Set(Object.values(layers).flat())]);

/** What a content security policy must name so that the styles inside our pages count: `'sha256-…'` each. */
export const styleHashes: readonly string[] = Object.values(sheets).map(
  (sheet) => `'sha256-${createHash("sha256").update(sheet).digest("base64")}'`,
);

function sheetOf(names: readonly string[]): string {
  const order = "@layer tokens,base,parts,pages,print;\n";
  return order + names.map((name) => squeezed(fileOf(name))).join("\n");
}

function fileOf(name: string): string {
  const file = readFileSync(join(import.meta.dirname, "style", `${name}.css`), "utf8");
  return file.replace(/url\(\.\.\/fonts\/([\w.-]+)\)/g, (_, font: string) => `url(${shippedAddress(font)})`);
}

// Comments and indents are for those who read the files.
function squeezed(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, "")
    .replace(/\s*\n\s*/g, "")
    .replace(/\s*([{};,])\s*/g, "$1")
    .replace(/: (?=\S)/g, ":")
    .replaceAll(";}", "}");
}
