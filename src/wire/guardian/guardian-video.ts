import { isSafeAddress, type Block } from "../../story/body.ts";
import { plainText } from "../plain-text.ts";
import { fieldOf, type GuardianAtom, type GuardianElement } from "./guardian-content.ts";

/**
 * A video told of by an atom. Low tiers get a shell: no asset, at best a title. It stays as a named placeholder,
 * as on the page that started this project.
 */
export function videoOfAtom(atom: GuardianAtom | undefined, fallbackTitle: string): Block {
  const media = atom?.data?.media ?? null;
  const asset = media?.assets.find(({ version }) => version === media.activeVersion) ?? media?.assets[0];
  return video({
    title: media?.title || atom?.title || fallbackTitle,
    address: asset === undefined ? null : addressOf(asset),
    provider: asset?.platform.toLowerCase() || null,
    seconds: media !== null && media.duration > 0 ? media.duration : null,
    credit: "",
  });
}

/** A video element: its page where it lies, never its markup. */
export function videoOfElement({ data }: GuardianElement): Block {
  const address = [fieldOf(data, "originalUrl"), fieldOf(data, "url")].find(isWebAddress) ?? null;
  return video({
    title: plainText(fieldOf(data, "title") || fieldOf(data, "caption") || fieldOf(data, "description")),
    address,
    provider: fieldOf(data, "source").toLowerCase() || hostOf(address),
    seconds: null,
    credit: plainText(fieldOf(data, "credit")),
  });
}

export const isWebAddress = (address: string): boolean => /^https?:/i.test(address) && isSafeAddress(address);

type Told = {
  title: string;
  address: string | null;
  provider: string | null;
  seconds: number | null;
  credit: string;
};

const video = (told: Told): Block => ({ type: "video", attrs: { ...told, poster: null } });

function addressOf({ id, platform }: { id: string; platform: string }): string | null {
  if (/^youtube$/i.test(platform) && /^[\w-]+$/.test(id)) return `https://www.youtube.com/watch?v=${id}`;
  return isWebAddress(id) ? id : null;
}

function hostOf(address: string | null): string | null {
  const host = address === null ? null : (URL.parse(address)?.hostname ?? null);
  return host === null ? null : (/([\w-]+)\.(?:[a-z]{2,3}\.)?[a-z]{2,}$/i.exec(host)?.[1] ?? host);
}
