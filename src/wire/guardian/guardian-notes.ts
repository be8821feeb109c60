import { flagOf, type GuardianContent } from "./guardian-content.ts";

/** What the Guardian says of a story for editors only. */
export const notesOf = ({ fields, tags, isHosted, rights }: GuardianContent): readonly string[] =>
  [
    flagOf(fields, "legallySensitive") && "The Guardian marks this story as legally sensitive.",
    flagOf(fields, "sensitive") && "The Guardian marks this story as sensitive.",
    flagOf(fields, "shouldHideAdverts") && "The Guardian shows no advertisements on this story.",
    flagOf(fields, "isInappropriateForSponsorship") && "The Guardian lets nobody sponsor this story.",
    (isHosted || tags.some(({ type }) => /^paid-?content$/.test(type))) &&
      "This is paid content of an advertiser.",
    rights !== null && isNo(rights.syndicatable) && "The Guardian does not offer this story for syndication.",
  ].filter((note) => note !== false);

export const onwardUseOf = ({ rights }: GuardianContent): boolean | null => {
  if (rights === null || rights.syndicatable === undefined) return null;
  return !isNo(rights.syndicatable);
};

const isNo = (said: unknown) => said === false || said === "false";
