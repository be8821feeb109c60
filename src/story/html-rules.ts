import type { Mark } from "./body.ts";
import { attributeOf, wordsOfAttribute } from "./html-attribute.ts";
import { captionLast, captionRule } from "./html-caption.ts";
import { iframeRule, objectRule, videoRule } from "./html-embed.ts";
import { figureRule } from "./html-figure.ts";
import { linkRule } from "./html-link.ts";
import { itemRule, listRule } from "./html-list.ts";
import { remove, type HtmlRule } from "./html-making.ts";
import { pictureRule } from "./html-picture.ts";
import {
  asideRule,
  citeRule,
  isPullQuote,
  noteRule,
  pullQuoteRule,
  quoteRule,
  shortQuoteRule,
} from "./html-quote.ts";
import { cellRule, rowRule, tableCaptionRule, tableRule } from "./html-table.ts";
import { textWithin } from "./html-walk.ts";

/** What each element of HTML becomes. An element without a rule is looked through: its words stay, it goes. */
export const htmlRules: ReadonlyMap<string, HtmlRule> = new Map([
  ...named("p div", blockRule()),
  ...named(
    "section article main header address center hgroup fieldset legend dl dd summary body html",
    lineRule(),
  ),
  ...named("h1 h2", headingRule(2)),
  ...named("h3", headingRule(3)),
  ...named("h4 h5 h6", headingRule(4)),
  ...named("dt", termRule()),
  ...named("pre", preformattedRule()),
  ...named("b strong", markRule({ type: "strong" })),
  ...named("i em var dfn", markRule({ type: "em" })),
  ...named("code kbd samp tt", markRule({ type: "code" })),
  ...named("s strike del", markRule({ type: "strike" })),
  ...named("sub", markRule({ type: "sub" })),
  ...named("sup", markRule({ type: "sup" })),
  ...named("span font", spanRule()),
  ...named("a", linkRule),
  ...named("br", breakRule()),
  ...named("hr", dividerRule()),
  ...named("img amp-img", pictureRule),
  ...named("figure", figureRule),
  ...named("figcaption", captionRule),
  ...named("blockquote", quoteRule),
  ...named("cite footer", citeRule),
  ...named("q", shortQuoteRule),
  ...named("aside", asideRule),
  ...named("details", noteRule),
  ...named("ul ol menu dir", listRule),
  ...named("li", itemRule),
  ...named("table", tableRule),
  ...named("caption", tableCaptionRule),
  ...named("tr", rowRule),
  ...named("td th", cellRule),
  ...named("video audio", videoRule),
  ...named("iframe amp-iframe", iframeRule),
  ...named("object embed", objectRule),
  ...named("math", mathRule()),
  ...named("script style link meta base title head colgroup col param source track", () => "past"),
  ...named(
    "noscript template svg xmp plaintext noembed noframes listing applet frame frameset canvas dialog marquee portal",
    removeRule(),
  ),
  ...named(
    "form option optgroup select textarea button input datalist output progress meter nav",
    removeRule(),
  ),
]);

function named(names: string, rule: HtmlRule): [string, HtmlRule][] {
  return names.split(" ").map((name) => [name, rule]);
}

// `div` and `p` may be a caption, a pull quote or a whole figure by their class alone.
function blockRule(): HtmlRule {
  return (element, making) => {
    if (element.attrs.length > 0) {
      if (captionLast(making, element)) return "past";
      if (isPullQuote(element)) return pullQuoteRule(element, making);
      if (/\bwp-caption(?:\s|$)/.test(attributeOf(element, "class") ?? ""))
        return figureRule(element, making);
    }
    making.composer.endLine();
    return making.composer.endLine;
  };
}

function lineRule(): HtmlRule {
  return (element, { composer, taken }) => {
    if (taken.has(element)) return "past";
    composer.endLine();
    return composer.endLine;
  };
}

function headingRule(level: 2 | 3 | 4): HtmlRule {
  return (element, { composer, taken }) => {
    if (taken.has(element)) return "past";
    composer.openLine({ kind: "heading", level });
    return composer.closeLine;
  };
}

function termRule(): HtmlRule {
  return (_, { composer }) => {
    composer.endLine();
    composer.mark({ type: "strong" });
    return () => {
      composer.endLine();
      composer.unmark();
    };
  };
}

function preformattedRule(): HtmlRule {
  return (_, { composer }) => {
    composer.openLine({ kind: "preformatted" });
    return composer.closeLine;
  };
}

function markRule(mark: Mark): HtmlRule {
  return (element, { composer }) => {
    const isUndone = /font-(?:weight|style)\s*:\s*normal/i.test(attributeOf(element, "style") ?? "");
    if (isUndone || (mark.type === "code" && composer.isPreformatted())) return "in";
    composer.mark(mark);
    return composer.unmark;
  };
}

// Pasted from a word processor: bold and italic by style alone.
function spanRule(): HtmlRule {
  return (element, { composer }) => {
    const style = element.attrs.length > 0 ? attributeOf(element, "style") : null;
    if (style === null) return "in";
    if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) composer.mark({ type: "strong" });
    else if (/font-style\s*:\s*italic/i.test(style)) composer.mark({ type: "em" });
    else return "in";
    return composer.unmark;
  };
}

function breakRule(): HtmlRule {
  return (_, { composer }) => {
    composer.breakLine();
    return "past";
  };
}

function dividerRule(): HtmlRule {
  return (_, { composer }) => {
    composer.block({ type: "divider" });
    return "past";
  };
}

// A formula as its own words for it, else as its letters.
function mathRule(): HtmlRule {
  return (element, { composer }) => {
    const words = wordsOfAttribute(element, "alttext") || textWithin(element).slice(0, 300);
    composer.text(words);
    return "past";
  };
}

function removeRule(): HtmlRule {
  return (element, making) => {
    const text = textWithin(element);
    if (text !== "") remove(making, element.tagName, text);
    return "past";
  };
}
