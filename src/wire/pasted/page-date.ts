import type { Instant } from "../../base/clock.ts";

/** A line that only says when: `at` is null where the time or its zone is not printed. */
export function readDateLine(line: string): { readonly at: Instant | null } | null {
  if (line.length > 140) return null;
  const rest = line.replace(opening, "").trim();
  if (ago.test(rest)) return { at: null };
  const iso = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?$/u.exec(
    rest,
  );
  if (iso) return { at: /[Z]|[+-]\d{2}:?\d{2}$/u.test(rest.slice(10)) ? instantOf(rest) : null };
  const day = words.find((pattern) => pattern.test(rest));
  const parts = day?.exec(rest)?.groups;
  if (!parts) return null;
  return { at: instantIn(parts, rest) };
}

const opening =
  /^(?:(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?|last modified on|on|stand|veröffentlicht(?: am)?|aktualisiert(?: am)?|erstellt(?: am)?|publié le|mis à jour le|publicado(?: el)?|date)\s*:?\s*/iu;

const ago =
  /^(?:\d{1,2}|an?|one) (?:min(?:ute)?s?|hours?|hrs?|days?|weeks?) ago$|^vor (?:\d{1,2}|einer|einem) (?:minuten?|stunden?|tage?n?|wochen?)$|^il y a \d{1,2} (?:minutes?|heures?|jours?)$/iu;

const months =
  "jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|fév(?:rier)?|mar(?:ch|s)?|mär(?:z)?|apr(?:il)?|avr(?:il)?|may|mai|jun(?:e|i)?|juin|jul(?:y|i)?|juillet|aug(?:ust)?|août|sept?(?:ember|embre)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember)?|déc(?:embre)?";
const weekday =
  "(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?|(?:mo|di|mi|do|fr|sa|so)(?:ntag|enstag|ttwoch|nnerstag|eitag|mstag)?)\\.?,?\\s+";
const clock =
  "(?:,?\\s*(?:at|um|à|[-–|·])?\\s*(?<hour>\\d{1,2})[:.h](?<minute>\\d{2})(?:[:.]\\d{2})?\\s*(?<half>[ap]\\.?m\\.?)?\\s*(?:uhr)?\\s*(?<zone>[a-z]{2,5}|[+-]\\d{2}:?\\d{2})?)?";
const words = [
  new RegExp(
    `^(?:${weekday})?(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+(?<month>${months})\\.?,?\\s+(?<year>\\d{4})${clock}$`,
    "iu",
  ),
  new RegExp(
    `^(?:${weekday})?(?<month>${months})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})${clock}$`,
    "iu",
  ),
  new RegExp(`^(?:${weekday})?(?<day>\\d{1,2})\\.(?<monthNumber>\\d{1,2})\\.(?<year>\\d{4})${clock}$`, "iu"),
];

// Minutes east of Greenwich. Letters that mean two zones are left out: an unsure time is no time.
const zones: Readonly<Record<string, number>> = {
  gmt: 0,
  utc: 0,
  z: 0,
  bst: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
  edt: -240,
  est: -300,
  cdt: -300,
  mdt: -360,
  mst: -420,
  pdt: -420,
  pst: -480,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  jst: 540,
};

const firstLetters = [
  "ja",
  "f",
  "ma",
  "ap|av",
  "ma[yi]",
  "jun|jui(?!l)",
  "jul|juil",
  "au|ao",
  "s",
  "o",
  "n",
  "d",
];

function instantIn(parts: Record<string, string | undefined>, line: string): Instant | null {
  const zone = zoneOf(parts["zone"]);
  if (parts["hour"] === undefined || zone === null) return null;
  const half = parts["half"]?.toLowerCase() ?? "";
  const hour = (Number(parts["hour"]) % (half === "" ? 24 : 12)) + (half.startsWith("p") ? 12 : 0);
  const month = parts["monthNumber"] ? Number(parts["monthNumber"]) : monthOf(parts["month"] ?? "");
  const two = (value: number) => `${value}`.padStart(2, "0");
  const text = `${parts["year"]}-${two(month)}-${two(Number(parts["day"]))}T${two(hour)}:${parts["minute"]}:00Z`;
  const at = instantOf(text);
  return at === null || line.length === 0 ? null : at - zone * 60_000;
}

function monthOf(word: string): number {
  const plain = word.toLowerCase().replace("ä", "a").replace("é", "e").replace("û", "u");
  // "mai" and "may" before the other words in "ma".
  if (/^ma[yi]/.test(plain)) return 5;
  return firstLetters.findIndex((start) => new RegExp(`^(?:${start})`).test(plain)) + 1;
}

function zoneOf(said: string | undefined): number | null {
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(said ?? "");
  if (offset) return Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3]));
  return zones[said?.toLowerCase() ?? ""] ?? null;
}

function instantOf(text: string): Instant | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
