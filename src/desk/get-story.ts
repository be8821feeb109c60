import type { Story } from "../story/story.ts";
import type { WireItem } from "../story/wire-item.ts";
import type { Tables } from "../store/tables.ts";
import { refuse } from "./refusals.ts";

/** The story with this id, or a refusal. */
export async function getStory(id: string, { stories }: Tables): Promise<Story> {
  const story = await stories.find(id);
  if (!story) throw refuse("no-story-with-id", { detail: { id } });
  return story;
}

/**
 * What a story is measured against: the words of the version it was taken from, with the status and the rights of the
 * newest one (a kill reaches stories taken from any version). Null for own copy.
 */
export async function sourceOf({ taken }: Story, { wireItems }: Tables): Promise<WireItem | null> {
  if (taken === null) return null;
  const [version, filed] = [await wireItems.findVersion(taken.version), await wireItems.find(taken.wireItem)];
  if (!version) return null;
  if (!filed || filed.currentVersion === version.id) return version.item;
  const newest = await wireItems.findVersion(filed.currentVersion);
  if (!newest) return version.item;
  const { status, statusReason, validUntil, rights } = newest.item;
  return { ...version.item, status, statusReason, validUntil, rights };
}

/** A reason in words, or a refusal. `act` completes "where the story was …". */
export function getReason(reason: string, act: string): string {
  const words = reason.trim();
  if (words === "") throw refuse("reason-needed", { detail: { act } });
  return words;
}
