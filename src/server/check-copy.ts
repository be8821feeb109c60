import type { Finding } from "../desk/check.ts";
import { judgeStory } from "../desk/judge-story.ts";
import { storyFrom } from "../desk/story-from-item.ts";
import { agreementPresets } from "../story/agreement-presets.ts";
import type { WireItem } from "../story/wire-item.ts";
import type { Partner } from "../store/tables/partners.ts";
import type { Newsroom } from "./newsroom.ts";

export type CheckedItem = {
  readonly headline: string;
  readonly findings: readonly Finding[];
  readonly refusals: readonly { readonly code: string; readonly says: string }[];
};

type Bytes = {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly address: string | null;
};

/** What the checks find in copy as it would be taken, without keeping anything of it. No agreement is held against it. */
export async function checkCopy(
  { bytes, contentType, address }: Bytes,
  newsroom: Newsroom,
): Promise<{ readonly items: readonly CheckedItem[] } | { readonly unreadable: string }> {
  const read = await (await newsroom.parseRoom()).parse(bytes, { contentType, address });
  if ("unreadable" in read) return read;
  const { checks } = await newsroom.desk();
  const now = newsroom.clock.now();
  const items = read.items.map((each): CheckedItem => {
    if ("refused" in each)
      return { headline: each.at, findings: [], refusals: [{ code: "item-unreadable", says: each.refused }] };
    const story = storyFrom(each.item, { ...factsFor(each.item), now });
    const { findings } = judgeStory({ story, partner: unnamed, source: each.item, now }, checks);
    return { headline: each.item.headline, findings, refusals: [] };
  });
  return { items };
}

const unnamed: Partner = {
  id: "",
  slug: "",
  name: "",
  home: null,
  says: "",
  agreement: agreementPresets.contract,
};

const factsFor = ({ language }: WireItem) => ({
  id: "",
  wireItem: "",
  version: "",
  partner: unnamed,
  section: "news",
  handledBy: "",
  language: language ?? "en",
});
