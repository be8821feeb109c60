import type { Block } from "../../story/body.ts";
import { bodyFromHtml } from "../../story/body-from-html.ts";
import { plainText } from "../plain-text.ts";
import {
  fieldOf,
  type GuardianBlock,
  type GuardianContent,
  type GuardianElement,
} from "./guardian-content.ts";
import { pictureOf } from "./guardian-picture.ts";
import { isWebAddress, videoOfAtom, videoOfElement } from "./guardian-video.ts";

export type GuardianBody = { blocks: Block[]; removed: { what: string; text: string }[] };

/** The elements in their order where the answer has them; else the HTML, which has lost some places (WIRE.md 4.8). */
export function guardianBody(content: GuardianContent): GuardianBody {
  const blocks = content.blocks.body.filter(({ published }) => published);
  const parts =
    blocks.length > 0
      ? blocks.map((block) => ofBlock(block, content, blocks.length > 1))
      : [ofFields(content)];
  const read = {
    blocks: parts.flatMap((part) => part.blocks),
    removed: parts.flatMap((part) => part.removed),
  };
  const told = read.blocks.some(({ type }) => type === "video");
  const atoms = told ? [] : content.atoms.media.map((atom) => videoOfAtom(atom, ""));
  return { ...read, blocks: [...read.blocks, ...atoms.filter(isTold)] };
}

// Without blocks and HTML the older list of elements still tells what stood in the body.
function ofFields(content: GuardianContent): GuardianBody {
  const html = fieldOf(content.fields, "body");
  if (html.trim() !== "") return ofHtml(html, content);
  const text = fieldOf(content.fields, "bodyText");
  const inBody = content.elements
    .filter(({ relation }) => relation === "body")
    .map((each) => ofElement(each, content));
  return {
    blocks: [...(text === "" ? [] : [paragraph(text)]), ...inBody.flatMap((part) => part.blocks)],
    removed: inBody.flatMap((part) => part.removed),
  };
}

const paragraph = (text: string): Block => ({ type: "paragraph", content: [{ type: "text", text }] });

const isTold = (block: Block) =>
  block.type === "video" && (block.attrs.title !== "" || block.attrs.address !== null);

/** One entry of a live page, or the one block of an article. */
function ofBlock(block: GuardianBlock, content: GuardianContent, isEntry: boolean): GuardianBody {
  const title = plainText(block.title || block.attributes.title);
  const parts =
    block.elements.length > 0
      ? block.elements.map((element) => ofElement(element, content))
      : [ofHtml(block.bodyHtml, content)];
  const heading: Block[] =
    isEntry && title !== ""
      ? [{ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: title }] }]
      : [];
  return {
    blocks: [...heading, ...parts.flatMap((part) => part.blocks)],
    removed: parts.flatMap((part) => part.removed),
  };
}

function ofHtml(html: string, { webUrl }: GuardianContent): GuardianBody {
  if (html.trim() === "") return { blocks: [], removed: [] };
  const { body, removed } = bodyFromHtml(html, { base: isWebAddress(webUrl) ? webUrl : null });
  return { blocks: [...body.content], removed: [...removed] };
}

const only = (block: Block): GuardianBody => ({ blocks: [block], removed: [] });
const left = (what: string, text: string): GuardianBody => ({ blocks: [], removed: [{ what, text }] });

function ofElement(element: GuardianElement, content: GuardianContent): GuardianBody {
  const { data } = element;
  switch (element.type) {
    case "image":
      return only({ type: "picture", attrs: pictureOf(element, content) });
    case "pullquote":
      return pullQuote(element);
    case "video":
      return only(videoOfElement(element));
    case "tweet":
      return embedOf(element, "twitter");
    case "code":
      return only({ type: "preformatted", content: [{ type: "text", text: fieldOf(data, "html") || " " }] });
    case "contentatom":
    case "content-atom":
      return ofAtom(element, content);
    case "rich-link":
    case "richlink":
      return left("related", plainText(fieldOf(data, "linkText")) || fieldOf(data, "url"));
    default:
      return ofOther(element, content);
  }
}

function pullQuote({ data }: GuardianElement): GuardianBody {
  const text = plainText(fieldOf(data, "html"));
  if (text === "") return { blocks: [], removed: [] };
  const by = plainText(fieldOf(data, "attribution"));
  return only({ type: "pull_quote", attrs: { by }, content: [{ type: "text", text }] });
}

function embedOf({ type, data }: GuardianElement, provider: string): GuardianBody {
  const address = [fieldOf(data, "originalUrl"), fieldOf(data, "url")].find(isWebAddress);
  const title = plainText(fieldOf(data, "html") || fieldOf(data, "title") || fieldOf(data, "caption")).slice(
    0,
    300,
  );
  return address === undefined
    ? left(type, title)
    : only({ type: "embed", attrs: { address, provider, title } });
}

function ofAtom({ data }: GuardianElement, { atoms }: GuardianContent): GuardianBody {
  const [id, type] = [fieldOf(data, "atomId"), fieldOf(data, "atomType")];
  if (!/^media$/i.test(type)) return left(type || "atom", id);
  return only(
    videoOfAtom(
      atoms.media.find((atom) => atom.id === id),
      "Video",
    ),
  );
}

// Text, tables, embeds by their markup; what has none by its address; the rest is reported.
function ofOther(element: GuardianElement, content: GuardianContent): GuardianBody {
  const read = ofHtml(fieldOf(element.data, "html"), content);
  if (read.blocks.length > 0) return read;
  const source = fieldOf(element.data, "source").toLowerCase() || element.type;
  const embed = embedOf(element, source);
  return { ...embed, removed: [...read.removed, ...embed.removed] };
}
