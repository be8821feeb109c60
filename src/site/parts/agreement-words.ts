import type { Agreement } from "../../story/agreement.ts";
import { creditLineOf } from "../../story/agreement-presets.ts";
import { markup, type Piece } from "../markup.ts";

/** What a partner lets us do, term by term, in words a reader understands. */
export function agreementWords(agreement: Agreement, partnerName: string): Piece {
  const rows = terms(agreement, partnerName).map(
    ([what, says]) => markup`<div><dt>${what}</dt><dd>${says}</dd></div>\n`,
  );
  return markup`<section class="fixes" aria-labelledby="terms"><h2 id="terms">Our agreement</h2><p>${agreement.says}</p><dl class="terms">\n${agreement.agreed && rows}</dl></section>\n`;
}

function terms(agreement: Agreement, partnerName: string): [string, string][] {
  const { keeps, recheckMinutes, stayDays } = agreement;
  const kept = [keeps.byline && "the byline", keeps.links && "every link"].filter((each) => each !== false);
  const credit = creditLineOf(agreement, partnerName);
  const rows: [string, string | null][] = [
    ["How much", extents(agreement)],
    ["Editing", editing[agreement.editing]],
    ["Pictures", agreement.pictures === "allowed" ? "May be used, with their credit" : "Not included"],
    ["Always kept", kept.length === 0 ? null : kept.join(" and ")],
    ["Credit", credit],
    ["Link", agreement.linkBack ? "Each story links to its source" : null],
    ["Held against the source", recheckMinutes === null ? null : `Every ${inTime(recheckMinutes)}`],
    [
      "How long",
      stayDays === null ? "Without end" : `${stayDays} days, then a notice with the way to the source`,
    ],
    ["Search engines", indexing[agreement.index]],
    ["Advertising", agreement.ads ? "May stand beside it" : "None beside it"],
    ["Passed on in our feeds", agreement.onwardUse ? "In full" : "Headline, summary and link only"],
  ];
  return rows.flatMap(([what, says]): [string, string][] => (says === null ? [] : [[what, says]]));
}

function extents({ extent }: Agreement): string {
  switch (extent.kind) {
    case "full":
      return "The full text";
    case "words":
      return `At most ${extent.most} words`;
    case "summary":
      return "A summary, with the way to the full story";
  }
}

const editing: Readonly<Record<Agreement["editing"], string>> = {
  none: "Not a word is changed",
  light: "House style and length; what is changed is told under each story",
  free: "May be edited freely; what is changed is told under each story",
};

const indexing: Readonly<Record<Agreement["index"], string>> = {
  own: "May list our page",
  canonical: "Are sent to the source",
  "noindex-news": "May list our page, news search may not",
  noindex: "May not list our page",
};

function inTime(minutes: number): string {
  if (minutes % 1440 === 0) return minutes === 1440 ? "day" : `${minutes / 1440} days`;
  if (minutes % 60 === 0) return minutes === 60 ? "hour" : `${minutes / 60} hours`;
  return `${minutes} minutes`;
}
