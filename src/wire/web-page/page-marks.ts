import { attributeOf, hintsOf } from "../../story/html-attribute.ts";
import { resolveAddress } from "../../story/html-address.ts";
import type { HtmlElement, HtmlParent } from "../../story/html-tree.ts";
import { elementsIn, findElement, textWithin, walkHtml } from "../../story/html-walk.ts";
import { readPageDate } from "./page-date.ts";
import { said, type PageFacts } from "./page-facts.ts";

/** What the words of the page say by their mark-up: microdata, `rel=author`, `time`, the usual class names. */
export function readMarks(root: HtmlParent, base: string | null): PageFacts {
  const story = elementsIn(root).find((each) => storyType.test(attributeOf(each, "itemtype") ?? ""));
  const marks = marksIn(story ?? root);
  const seen = marksIn(root);
  return said({
    isStory: story || findElement(root, "article") ? true : undefined,
    headline: story ? firstText(marks, "headline") : "",
    standfirst: standfirstIn(root),
    writers: writersIn(marks, seen),
    section: firstText(marks, "articleSection"),
    published: dateOf(marks.get("datePublished")?.[0]) ?? dateOf(seen.get("pubdate")?.[0]) ?? firstTime(root),
    modified: dateOf(marks.get("dateModified")?.[0]),
    address: story ? resolveAddress(attributeOf(story, "itemid"), base) : null,
    rightsHolder: firstText(marks, "copyrightHolder"),
  });
}

const storyType = /schema\.org\/(?:\w*Article|BlogPosting|Report)$/;

type Marks = ReadonlyMap<string, readonly HtmlElement[]>;

// Elements by what they are marked as: itemprop, rel=author, time[pubdate], a byline's class.
function marksIn(root: HtmlParent): Marks {
  const marks = new Map<string, HtmlElement[]>();
  walkHtml(root, {
    enter(element) {
      if (element.attrs.length > 0 && readersClass.test(hintsOf(element))) return "past";
      for (const { name, value } of element.attrs)
        for (const key of keysOf(name, value))
          marks.set(key, [...(marks.get(key) ?? []), element].slice(0, 20));
      return "in";
    },
    text() {},
  });
  return marks;
}

// What readers wrote, and what leads to other stories, has writers and dates of its own.
const readersClass =
  /(?:^|\s)(?:comments?|comment-?list|commentlist|respond|disqus\S*|related\S*|recirc\S*)(?:\s|$)/i;

function keysOf(name: string, value: string): string[] {
  if (name === "itemprop") return value.split(/\s+/);
  if (name === "rel" && value.split(/\s+/).includes("author")) return ["rel-author"];
  if (name === "pubdate") return ["pubdate"];
  if (name === "class" && bylineClass.test(value)) return ["byline"];
  return [];
}

const bylineClass =
  /(?:^|\s)(?:byline|by-line|article-?byline|article__byline|story-?byline|entry-author|(?!comment)(?:\w+-)?author-?(?:name|link)|p-author|dateline-author|c-byline__item)(?:\s|$)/i;

const firstText = (marks: Marks, name: string) => valueOf(marks.get(name)?.[0]);

const valueOf = (element: HtmlElement | undefined): string =>
  element === undefined ? "" : (attributeOf(element, "content")?.trim() ?? textWithin(element));

// A printed byline says most (places too); then the marked names; a line of more than 200 letters is no byline.
function writersIn(marks: Marks, seen: Marks): string[] {
  for (const found of [seen.get("byline")?.slice(0, 1), marks.get("author"), seen.get("rel-author")]) {
    const names = [...new Set((found ?? []).map(nameOf))].filter((each) => each !== "" && each.length <= 200);
    if (names.length > 0) return names;
  }
  return [];
}

function nameOf(element: HtmlElement): string {
  const name = elementsIn(element).find((each) => attributeOf(each, "itemprop") === "name");
  return valueOf(name ?? element);
}

const dateOf = (element: HtmlElement | undefined) =>
  element === undefined
    ? null
    : (readPageDate(attributeOf(element, "datetime")) ??
      readPageDate(attributeOf(element, "content")) ??
      readPageDate(textWithin(element)));

const firstTime = (root: HtmlParent) =>
  dateOf(
    elementsIn(root).find(
      (each) => each.tagName === "time" && readPageDate(attributeOf(each, "datetime")) !== null,
    ),
  );

const standfirstClass =
  /(?:^|[\s_-])(?:standfirst|dek|subhead(?:line)?|sub-?title|strapline|article-?(?:summary|intro|lead|deck)|lead-?text)(?:\s|$)/i;

// Printed between the headline and the text: a sentence or three.
function standfirstIn(root: HtmlParent): string {
  const found = elementsIn(root).find(
    (each) =>
      each.attrs.length > 0 &&
      /^(?:p|div|h2|h3|span|header)$/.test(each.tagName) &&
      standfirstClass.test(hintsOf(each)),
  );
  const text = found ? textWithin(found) : "";
  return text.length >= 20 && text.length <= 500 ? text : "";
}
