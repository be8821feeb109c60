import { resolveAddress } from "../../story/html-address.ts";
import { isThing, listIn, readLooseJson, textIn, type Thing } from "./json-value.ts";
import { readPageDate } from "./page-date.ts";
import { said, type PageFacts, type PictureFacts } from "./page-facts.ts";

/** What the JSON-LD of a page says of its story (schema.org NewsArticle and its kin). Broken blocks are passed over. */
export function readJsonLd(scripts: readonly string[], base: string | null): PageFacts {
  const things = thingsIn(scripts.map(readLooseJson));
  const ids = new Map(
    things.flatMap((thing) => (typeof thing["@id"] === "string" ? [[thing["@id"], thing]] : [])),
  );
  const story = things.find((thing) => storyTypes.test(typeOf(thing)));
  const video = things.find((thing) => typeOf(thing) === "VideoObject");
  const page = things.find((thing) => typeOf(thing).endsWith("WebPage"));
  const known: Known = { whole: (value) => wholeOf(value, ids), base };
  if (story) return storyFacts(story, known);
  return {
    ...(page ? said({ language: textIn(page["inLanguage"]) }) : {}),
    ...(video ? videoFacts(video, known) : {}),
  };
}

type Known = { readonly whole: (value: unknown) => unknown; readonly base: string | null };

const storyTypes =
  /^(?:(?:News|Reportage|Analysis|AskPublic|Background|Opinion|Review|Tech|Scholarly|Satirical|Advertiser\w*)?(?:News)?Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|Review)$/;

const typeOf = (thing: Thing) => textIn(thing["@type"]).replace(/^https?:\/\/schema\.org\//, "");

// Everything that has a type, from outside in; lists and graphs are looked through. At most 2,000 things.
function thingsIn(roots: readonly unknown[]): Thing[] {
  const things: Thing[] = [];
  const waiting: unknown[] = [...roots];
  for (let at = 0; at < waiting.length && at < 5000 && things.length < 2000; at += 1) {
    const value = waiting[at];
    if (Array.isArray(value)) waiting.push(...value.slice(0, 500));
    else if (isThing(value)) {
      things.push(value);
      waiting.push(
        ...[value["@graph"], value["mainEntity"], value["itemListElement"], value["video"]].filter(Boolean),
      );
    }
  }
  return things;
}

// {"@id": "…"} alone points at a thing elsewhere in the graph.
const wholeOf = (value: unknown, ids: ReadonlyMap<string, Thing>): unknown =>
  isThing(value) && typeof value["@id"] === "string" && !("name" in value)
    ? (ids.get(value["@id"]) ?? value)
    : value;

function storyFacts(story: Thing, known: Known): PageFacts {
  const publisher = known.whole(listIn(story["publisher"])[0]);
  const isFree = textIn(story["isAccessibleForFree"]).toLowerCase();
  return said({
    isStory: true,
    headline: textIn(story["headline"]) || textIn(story["name"]),
    name: textIn(story["name"]),
    standfirst: textIn(story["alternativeHeadline"]) || textIn(story["description"]),
    writers: writersIn(story, known),
    section: textIn(story["articleSection"]),
    keywords: keywordsIn(story["keywords"]),
    published: readPageDate(textIn(story["datePublished"])) ?? readPageDate(textIn(story["dateCreated"])),
    modified: readPageDate(textIn(story["dateModified"])),
    language: languageIn(story["inLanguage"]),
    source: textIn(publisher),
    address: resolveAddress(addressIn(story["mainEntityOfPage"]) || addressIn(story["url"]), known.base),
    picture: pictureIn(known.whole(listIn(story["image"])[0]), known),
    rightsHolder: textIn(known.whole(listIn(story["copyrightHolder"])[0])),
    rightsNotice: textIn(story["copyrightNotice"]),
    terms: addressIn(story["license"]) || addressIn(story["usageInfo"]),
    isFree: story["isAccessibleForFree"] === false || isFree === "false" ? false : undefined,
  });
}

function writersIn(story: Thing, known: Known): string[] {
  const people = [...listIn(story["author"]), ...(story["author"] ? [] : listIn(story["creator"]))];
  return people
    .map((each) => textIn(known.whole(each)))
    .filter((name) => name !== "" && !/^https?:/.test(name));
}

const keywordsIn = (value: unknown): string[] =>
  listIn(value)
    .flatMap((each) => (typeof each === "string" ? each.split(",") : [textIn(each)]))
    .map((each) => each.replace(/^[a-z]+:/i, "").trim())
    .filter((each) => each !== "" && each.length < 80);

const languageIn = (value: unknown) => {
  const [first] = listIn(value);
  return isThing(first) ? textIn(first["alternateName"]) : textIn(first);
};

function addressIn(value: unknown): string {
  const [first] = listIn(value);
  if (typeof first === "string") return first.trim();
  if (!isThing(first)) return "";
  return textIn(first["@id"]) || textIn(first["url"]) || textIn(first["contentUrl"]);
}

function pictureIn(value: unknown, { base }: Known): PictureFacts | null {
  const from = isThing(value) ? addressIn(value["url"]) || addressIn(value["contentUrl"]) : addressIn(value);
  const address = resolveAddress(from, base);
  if (address === null) return null;
  const picture = isThing(value) ? value : {};
  return {
    address,
    alt: textIn(picture["description"]),
    caption: textIn(picture["caption"]),
    credit: textIn(picture["creditText"]) || textIn(picture["copyrightNotice"]) || textIn(picture["creator"]),
    width: sizeIn(picture["width"]),
    height: sizeIn(picture["height"]),
  };
}

function sizeIn(value: unknown): number | null {
  const size = Number.parseInt(textIn(value), 10);
  return size > 0 && size < 100_000 ? size : null;
}

function videoFacts(video: Thing, { base }: Known): PageFacts {
  const title = textIn(video["name"]) || textIn(video["headline"]);
  return said({
    isVideo: true,
    headline: title,
    standfirst: textIn(video["description"]),
    published: readPageDate(textIn(video["uploadDate"])),
    video: {
      title,
      address: resolveAddress(addressIn(video["contentUrl"]) || addressIn(video["embedUrl"]), base),
      poster: resolveAddress(addressIn(video["thumbnailUrl"]), base),
    },
  });
}
