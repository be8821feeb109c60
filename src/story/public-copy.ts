import type { Story, StoryCopy } from "./story.ts";

/**
 * What the public may be shown of a story's copy, on every surface: of a summary its headline, standfirst and writers,
 * neither picture nor text, whatever lies in the draft (agreements that allow no more rely on it).
 */
export const publicCopy = ({ copy, form }: Pick<Story, "copy" | "form">): StoryCopy =>
  form === "full" ? copy : { ...copy, mainPicture: null, body: { type: "doc", content: [] } };
