/** Character references that are written out in full and mean the same everywhere; null where there are others. */
export function decodeReferences(text: string, place: "text" | "attribute"): string | null {
  if (!text.includes("&")) return text;
  let isPlain = true;
  const decoded = text.replace(reference, (whole: string, ...groups: (string | undefined)[]) => {
    const letter = letterOf(groups);
    if (letter !== null) return letter;
    const next = groups[3] ?? "";
    // "&" before a blank stands for itself everywhere; "&b=" does so in an address.
    if (next !== " " && !(place === "attribute" && next.endsWith("="))) isPlain = false;
    return whole;
  });
  return isPlain ? decoded : null;
}

function letterOf([name, decimal, hex]: readonly (string | undefined)[]): string | null {
  if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? null) : null;
  const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : 0;
  return isPlainCode(code) ? String.fromCodePoint(code) : null;
}

const reference =
  /&(?:([A-Za-z]{2,8});|#(\d{1,7});|#x([0-9a-fA-F]{1,6});|([A-Za-z0-9]{1,40}=|_\w{0,40}=|[^]?))/g;

const isPlainCode = (code: number) =>
  (code >= 0x20 && code <= 0x7e) ||
  (code >= 0xa0 && code < 0xd800) ||
  (code >= 0xe000 && code < 0xfdd0) ||
  (code >= 0x1f000 && code < 0x1ff00);

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  bull: "•",
  middot: "·",
  copy: "©",
  reg: "®",
  trade: "™",
  euro: "€",
  pound: "£",
  deg: "°",
  laquo: "«",
  raquo: "»",
  eacute: "é",
  egrave: "è",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  szlig: "ß",
  times: "×",
  agrave: "à",
  aacute: "á",
  acirc: "â",
  aring: "å",
  aelig: "æ",
  ccedil: "ç",
  ecirc: "ê",
  euml: "ë",
  iacute: "í",
  icirc: "î",
  iuml: "ï",
  ntilde: "ñ",
  ograve: "ò",
  oacute: "ó",
  ocirc: "ô",
  oslash: "ø",
  ugrave: "ù",
  uacute: "ú",
  ucirc: "û",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  Eacute: "É",
  shy: "\u00ad",
};
