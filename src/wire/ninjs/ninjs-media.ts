import { isSafeAddress, type Block } from "../../story/body.ts";
import type { PictureUse } from "../../story/picture.ts";
import { captionOf, creditOf, headlineOf } from "./ninjs-words.ts";
import type { NinjsAssociation, NinjsItem } from "./ninjs-item.ts";

/** The pictures and videos of an item: its own, and those of the items beside it that may be used. */
export type NinjsMedia = {
  readonly main: PictureUse | null;
  readonly blocks: readonly Block[];
  /** Told to the desk: media left out because they may not be used. */
  readonly notes: readonly string[];
};

export function mediaOf(item: NinjsItem): NinjsMedia {
  const beside = item.associations.map((each) => ({ each, ban: banOn(each) }));
  const usable = beside.flatMap(({ each, ban }) => (ban === "" ? [each] : []));
  const pictures = [item, ...usable].filter(isPicture).map(pictureOf);
  const videos = [item, ...usable].filter(isVideo).map(videoOf);
  return {
    main: pictures[0] ?? null,
    blocks: [...pictures.slice(1).map((attrs): Block => ({ type: "picture", attrs })), ...videos],
    notes: beside.flatMap(({ each, ban }) => (ban === "" ? [] : [`${captionOf(each) || each.uri}: ${ban}`])),
  };
}

// An item beside the story has its own status and embargo; only what speaks plainly for use is used.
function banOn({ pubstatus, embargoed, embargoeduntil }: NinjsAssociation): string {
  if (!/^(?:usable)?$/i.test(pubstatus.trim())) return `left out, the partner says ${pubstatus}`;
  return (embargoed ?? embargoeduntil) === undefined ? "" : "left out, it has an embargo of its own";
}

const isPicture = ({ type, renditions }: NinjsAssociation) =>
  /^(?:picture|graphic)$/i.test(type) ||
  (type === "" && renditions.some(isImage) && !renditions.some(isFilm));
const isVideo = ({ type }: NinjsAssociation) => /^video$/i.test(type);

type Rendition = NinjsAssociation["renditions"][number];
const kindOf = ({ contenttype, mimetype }: Rendition) => contenttype || mimetype;
const isImage = (each: Rendition) =>
  /^image\//i.test(kindOf(each)) ||
  (kindOf(each) === "" && /\.(?:jpe?g|png|webp|avif|gif)(?:\?|$)/i.test(each.href));
const isFilm = (each: Rendition) => /^video\//i.test(kindOf(each));
const isUsable = ({ href }: Rendition) => /^https?:/i.test(href) && isSafeAddress(href);

const largest = (
  renditions: readonly Rendition[],
  kind: (each: Rendition) => boolean,
): Rendition | undefined =>
  renditions
    .filter((each) => kind(each) && isUsable(each) && !/watermark/i.test(`${each.name} ${each.href}`))
    .toSorted((one, other) => other.width - one.width)[0];

function pictureOf(item: NinjsAssociation): PictureUse {
  const best = largest(item.renditions, isImage);
  const caption = captionOf(item);
  return {
    picture: null,
    address: best?.href ?? null,
    alt: headlineOf(item),
    caption,
    credit: [item.by, creditOf(item)].filter((part) => part !== "").join("/"),
    rights:
      [item.copyrightnotice, item.usageterms, item.ednote].filter((part) => part !== "").join(" ") || null,
    width: pixels(best?.width),
    height: pixels(best?.height),
  };
}

const pixels = (value: number | undefined) =>
  value !== undefined && Number.isInteger(value) && value > 0 ? value : null;

function videoOf(item: NinjsAssociation): Block {
  const film = largest(item.renditions, isFilm);
  return {
    type: "video",
    attrs: {
      title: headlineOf(item) || captionOf(item),
      address: film?.href ?? null,
      provider: null,
      poster: largest(item.renditions, isImage)?.href ?? null,
      seconds: film !== undefined && film.duration > 0 ? film.duration : null,
      credit: creditOf(item),
    },
  };
}
