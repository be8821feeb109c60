/** What a picture shows, and who must be named for it. The credit stays as printed ("Photograph: Name/Agency"). */
export type CaptionParts = { readonly caption: string; readonly credit: string };

/** Tells the credit at the end (or alone, or in brackets) of a printed caption apart from the caption itself. */
export function splitCaption(text: string): CaptionParts {
  const line = text.replace(/\s+/gu, " ").trim();
  if (line.length > longestCaption) return { caption: line, credit: "" };
  for (const split of [byBrackets, byLabel, byPhrase, bySign]) {
    const parts = split(line);
    if (parts) return parts;
  }
  return { caption: line, credit: "" };
}

// A text longer than this is no caption; the patterns below stay cheap on it by never seeing it.
const longestCaption = 4000;
// A credit is a name or some, never a paragraph.
const longestCredit = 200;

const kinds =
  "photo(?:graph|graphs|graphy|s)?|picture|pictures|image|images|illustration|illustrations|composite|graphic|" +
  "artwork|drawing|map|cartoon|still|rendering|" +
  "bild|bilder|foto|fotos|fotografie|grafik|illustratie|karikatur|fotografía|imagen|fotografia|immagine|kuva|zdjęcie|fot\\.|" +
  "фото|صورة|תצלום|צילום|写真|图片|摄影";
const plain =
  "credit|credits|source|courtesy|copyright|quelle|quellen|crédit|crédits|crédito|créditos|bron|fuente|źródło|credito";
const owned =
  "(?:photo|image|picture|bild|foto|media|cr[ée]dits?|illustration)(?:[ -]?(?:credits?|source|courtesy|quelle|nachweis|photos?|images?))";
const label = `(?:${owned}|${kinds}|${plain})`;

// "… in Paris. Photograph: Teresa Suárez/EPA". The label opens the line or follows the end of a sentence, a dash, a bar.
const labelled = new RegExp(
  `(?:^|[.!?…:;,|•·–—)\\]"”’»/-]\\s*|\\s)(${label}(?:\\s+by)?)\\s?[:：]\\s*([^:：]+(?:https?:[^\\s:]+)?)$`,
  "iu",
);

function byLabel(line: string): CaptionParts | null {
  const found = labelled.exec(line);
  const [, kind, name] = found ?? [];
  if (!found || !kind || !name || name.length > longestCredit || isSentence(name)) return null;
  const before = line.slice(0, found.index + found[0].indexOf(kind));
  return parts(before, creditOf(kind, name));
}

// The kind of picture is worth printing, the bare word "Credit" is not.
function creditOf(kind: string, name: string): string {
  const bare = new RegExp(`^(?:${owned}|${plain})(?:\\s+by)?$`, "iu").test(kind);
  return bare ? name.trim() : `${kind.trim()}: ${name.trim()}`;
}

// "(AP Photo/Jane Doe)", "[Photo: X]", "(Reuters)", "(Photo by X/Getty Images)" at the end.
function byBrackets(line: string): CaptionParts | null {
  const found = /[([]([^()[\]]{2,200})[)\]][.]?$/u.exec(line);
  const inside = found?.[1]?.trim();
  if (!found || !inside || !isBracketCredit(inside)) return null;
  const labelInside = byLabel(inside) ?? byPhrase(inside) ?? bySign(inside);
  const credit = labelInside?.caption === "" ? labelInside.credit : inside;
  return parts(line.slice(0, found.index), credit);
}

const agencies =
  /\b(?:AP|AFP|EPA|PA|Reuters|Getty|Getty Images|Keystone|dpa|ANSA|TASS|Xinhua|Shutterstock|Alamy|Rex|Bloomberg|UPI|NTB|TT|APA|EFE|CC BY|Public domain|Wikimedia|Unsplash|Flickr|iStock|Handout)\b/u;

const isBracketCredit = (inside: string) =>
  new RegExp(`^${label}(?:\\s+by)?\\s?[:：]`, "iu").test(inside) ||
  byPhrase(inside)?.caption === "" ||
  bySign(inside)?.caption === "" ||
  (agencies.test(inside) &&
    inside.split(" ").length <= 8 &&
    /^(?:AP|AFP|EPA|PA|Reuters|Getty|Keystone|dpa|.*\/)/u.test(inside));

// "Photo by Jane Doe", "Illustration by …", "Foto von …", "Photo courtesy of …", "Courtesy of …", "AP Photo/Jane Doe"
const phrases = new RegExp(
  `(?:^|[.!?…;,|•·–—)\\]"”’»]\\s*)((?:(?:(?:${kinds})\\s+)(?:by|von|de|par|van|di|av|af|via|courtesy(?:\\s+of)?|provided by|supplied by)\\s+|courtesy(?:\\s+of)?\\s+|(?:AP|AFP|EPA|Reuters|PA)\\s+Photos?\\s?/\\s?)(\\S.*))$`,
  "iu",
);

function byPhrase(line: string): CaptionParts | null {
  const found = phrases.exec(line);
  const [whole, credit, name] = found ?? [];
  if (!found || !whole || !credit || !name || name.length > longestCredit || isSentence(name)) return null;
  if (!/^\p{Lu}|^\p{Lo}|^@|^the /u.test(name)) return null;
  return parts(line.slice(0, line.length - credit.length), credit);
}

// "© Jane Doe 2024", "(c) NASA"
function bySign(line: string): CaptionParts | null {
  const found = /(?:^|\s)((?:©|\(c\))\s?.{2,200})$/iu.exec(line);
  if (!found?.[1] || isSentence(found[1])) return null;
  return parts(line.slice(0, line.length - found[1].length), found[1]);
}

// "Photo: the moment it fell. Nobody was hurt." tells what is seen; a credit has no verb and seldom two full stops.
const isSentence = (name: string) =>
  name.split(" ").length > 14 || /[.!?]["”’]?\s+\p{Lu}\p{Ll}+\s+\p{Ll}+/u.test(name);

const parts = (before: string, credit: string): CaptionParts => ({
  caption: before.replace(/[\s|•·–—/(,[;-]+$/u, "").trim(),
  credit: withoutEnd(credit.trim()),
});

// A full stop after a name ends the sentence, not the name ("Inc." and initials keep theirs).
const withoutEnd = (credit: string) =>
  /(?:\b\p{Lu}|Inc|Ltd|Co|Jr|Sr)\.$/u.test(credit) ? credit : credit.replace(/[.\s]+$/u, "");
