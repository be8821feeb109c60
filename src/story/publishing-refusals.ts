/**
 * Why a story may not be published, and what would help. Words in braces are filled in. `override` says who may set
 * it aside: an editor with a recorded reason, or nobody (a partner's order, an embargo with a time).
 */
export const publishingRefusals = {
  "not-agreed": {
    status: 409,
    says: "Nobody has said yet what was agreed with {partner}.",
    helps:
      "Choose the partner's agreement at the desk or with --agreement; until then the story waits as a draft.",
    override: true,
  },
  "too-many-words": {
    status: 409,
    says: "The text has {words} words and the agreement with {partner} allows {most}.",
    helps:
      "Publish the summary form (headline, standfirst, credit and link), or cut the text to {most} words.",
    override: true,
  },
  "summary-only": {
    status: 409,
    says: "The agreement with {partner} allows no text, only a summary.",
    helps: "Publish the summary form: headline, standfirst, credit and link.",
    override: true,
  },
  "links-lost": {
    status: 409,
    says: "The agreement with {partner} keeps links, and these are missing: {links}.",
    helps: "Put the links back, or publish the summary form (headline, standfirst, credit and link).",
    override: true,
  },
  "links-unknown": {
    status: 409,
    says: "The agreement with {partner} keeps links, and this copy came as text without any{traces}, so nobody can tell what was linked.",
    helps:
      "Take the story in from its page or feed, or publish the summary form (headline, standfirst, credit and link).",
    override: true,
  },
  "byline-missing": {
    status: 409,
    says: "The agreement with {partner} keeps the byline, and the story has none.",
    helps: "Enter the writers as the partner names them.",
    override: true,
  },
  "byline-changed": {
    status: 409,
    says: "The agreement with {partner} keeps the byline, and ours differs from {byline}.",
    helps: "Put the partner's byline back.",
    override: true,
  },
  "copy-edited": {
    status: 409,
    says: "The agreement with {partner} allows no editing, and {what} was changed.",
    helps: "Go back to the partner's own words, or publish the summary form where these are unchanged.",
    override: true,
  },
  "edited-too-much": {
    status: 409,
    says: "The agreement with {partner} allows light editing, and {share} % of the words were changed (10 % at most).",
    helps: "Go back towards the partner's words, or ask the partner.",
    override: true,
  },
  "pictures-not-allowed": {
    status: 409,
    says: "The agreement with {partner} covers no pictures, and the story has {count}.",
    helps: "Take the pictures out or use our own, or publish the summary form, which shows none.",
    override: true,
  },
  "credit-missing": {
    status: 409,
    says: "The agreement asks for a credit, and the name of the source is not known.",
    helps: "Enter the name of the source.",
    override: true,
  },
  "link-back-missing": {
    status: 409,
    says: "A link to the original has to be kept, and the address of the original is not known.",
    helps: "Enter the address of the original story or the partner's home page.",
    override: true,
  },
  "headline-missing": {
    status: 409,
    says: "The story has no headline.",
    helps: "Write one.",
    override: false,
  },
  "text-missing": {
    status: 409,
    says: "The story has no text.",
    helps: "Write some, or publish the summary form.",
    override: true,
  },
  "finding-stops": {
    status: 409,
    says: "The check {check} stops it at {at}: {says}.",
    helps: "Mend the copy there.",
    override: true,
  },
  "story-held": {
    status: 409,
    says: "The story is held: {why}.",
    helps: "Clear it up with {partner}; an editor may then release it with a reason.",
    override: true,
  },
  "embargo-unclear": {
    status: 409,
    says: "The copy is under an embargo whose end cannot be read: {note}.",
    helps: "Ask {partner} when it ends; an editor may then release it with a reason.",
    override: true,
  },
  "under-embargo": {
    status: 409,
    says: "The copy is under an embargo until {until}.",
    helps: "Publish it then.",
    override: false,
  },
  "partner-withheld": {
    status: 409,
    says: "This copy was withheld by {partner}{reason}.",
    helps: "Wait until the partner sends it again as usable.",
    override: false,
  },
  "partner-killed": {
    status: 409,
    says: "This copy was killed by {partner}{reason}.",
    helps: "It cannot be used any more.",
    override: false,
  },
  "right-ended": {
    status: 409,
    says: "The right to show this copy ended on {day}.",
    helps: "Ask {partner} for a longer time.",
    override: false,
  },
  "right-not-begun": {
    status: 409,
    says: "The right to show this copy begins on {day}.",
    helps: "Publish it then.",
    override: false,
  },
  "story-killed": {
    status: 409,
    says: "The story was killed and cannot be published again.",
    helps: "Make a new story of it.",
    override: false,
  },
} as const satisfies Record<string, { status: number; says: string; helps: string; override: boolean }>;

export type PublishingCode = keyof typeof publishingRefusals;

/** One reason why a story may not be published: the code, what is wrong and what would help. */
export type PublishRefusal = {
  readonly code: PublishingCode;
  readonly says: string;
  readonly helps: string;
};

export function publishRefusal(
  code: PublishingCode,
  detail: Readonly<Record<string, string | number>> = {},
): PublishRefusal {
  const { says, helps } = publishingRefusals[code];
  const fill = (sentence: string) =>
    sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(detail[name] ?? whole));
  return { code, says: fill(says), helps: fill(helps) };
}
