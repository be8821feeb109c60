import type { Body } from "../../story/body.ts";
import { lostLinks } from "../../story/lost-links.ts";
import type { CopyCheck } from "../check.ts";
import { example, exampleSource } from "../example.ts";

/** Words that were a link in the partner's copy and are none in ours. */
export const check = {
  name: "lost-links",
  stops: false,
  look: ({ copy, source }) =>
    source === null
      ? []
      : lostLinks(source.body, copy.body).map(({ text, href }) => ({
          at: "body",
          says: `“${text}” was a link to ${href} in the source: link it again.`,
        })),
  examples: {
    clean: [linked("The ferry sailed at noon on Monday.", false), linked("See the report for more.", true)],
    wrong: [linked("See the report for more.", false)],
  },
} satisfies CopyCheck;

/** A story with this text whose source linked the word "report". */
function linked(text: string, kept: boolean) {
  const link = { type: "link" as const, attrs: { href: "https://harbour.example/report" } };
  const body: Body = {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: "report", marks: [link] }] }],
  };
  return example({
    body: kept ? body.content : [text],
    checked: { source: exampleSource({ body }), sourceName: "Harbour Post" },
  });
}
