import { Parser } from "htmlparser2";
import { oneLine } from "../../base/text.ts";

/** The words of a piece of HTML on one line, as a reader would see them: no tags, no script, characters decoded once. */
export function htmlText(html: string): string {
  if (!/[<&]/.test(html)) return oneLine(html);
  const parts: string[] = [];
  let silent = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (silentTags.has(name)) silent++;
      if (!inlineTags.has(name)) parts.push(" ");
    },
    onclosetag: (name) => {
      if (silentTags.has(name)) silent = Math.max(0, silent - 1);
      if (!inlineTags.has(name)) parts.push(" ");
    },
    ontext: (text) => {
      if (silent === 0) parts.push(text);
    },
  });
  parser.end(html);
  return oneLine(parts.join(""));
}

const silentTags = new Set("script style noscript noframes noembed template iframe svg math head".split(" "));
const inlineTags = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
