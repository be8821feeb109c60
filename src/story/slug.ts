// The last part of an address, or the name of a person, partner or topic in one: small letters of ASCII, figures, hyphens.

const longest = 80;

// First parts of addresses that mean something else on the site.
const reserved = new Set(
  `about account ads ads.txt api art assets by corrections desk favicon.ico feed feed.atom feed.json feed.xml fonts
  healthz logo manifest news-sitemap.xml offstone opensearch.xml partner picture pictures readyz robots.txt search sections
  setup sign-in sign-out sitemap sitemap.xml static style topic well-known`.split(/\s+/),
);

// Letters that do not fall apart into a letter of ASCII and a mark. Cyrillic and Greek after the usual passport tables.
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  `ß ss|ẞ ss|ø o|ł l|æ ae|œ oe|đ d|ð d|þ th|ı i|ħ h|ŋ ng|ŧ t|ĸ k|ſ s|ƒ f|ə e|ɛ e|ɔ o|ŀ l|
  а a|б b|в v|г g|ґ g|д d|ђ dj|ѓ gj|е e|є ye|ж zh|з z|ѕ dz|и i|й y|і i|ї yi|ё yo|ј j|к k|ќ kj|л l|љ lj|м m|н n|њ nj|о o|п p|р r|
  с s|т t|ћ c|у u|ф f|х kh|ц ts|ч ch|џ dz|ш sh|щ shch|ъ |ы y|ь |э e|ю yu|я ya|
  α a|β v|γ g|δ d|ε e|ζ z|η i|θ th|ι i|κ k|λ l|μ m|ν n|ξ x|ο o|π p|ρ r|σ s|ς s|τ t|υ y|φ f|χ ch|ψ ps|ω o`
    .split("|")
    .map((pair) => pair.trim().split(" "))
    .map(([letter = "", ascii = ""]) => [letter, ascii]),
);

/** A slug of any text: "Zelenskyy: “We’re ready”" → "zelenskyy-were-ready". Nothing usable gives "story". */
export function slugOf(text: string): string {
  const words = ascii(text)
    .replace(/['’‘ʼ`]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const slug = cutAtWord(words) || "story";
  return reserved.has(slug) ? `${slug}-1` : slug;
}

// Twice through the table: й and ї are letters of their own, ή is an η with a mark.
function ascii(text: string): string {
  const known = spelt(text.normalize("NFKC").toLowerCase());
  return spelt(known.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, ""));
}

const spelt = (text: string) => text.replace(/[^\0-\x7f]/gu, (letter) => letters[letter] ?? letter);

function cutAtWord(slug: string): string {
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest + 1);
  const hyphen = cut.lastIndexOf("-");
  return hyphen > 0 ? cut.slice(0, hyphen) : slug.slice(0, longest);
}
