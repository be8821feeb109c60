import { definePage } from "../page.ts";

// Our slots are sold by the paper itself, never through an exchange: the record the IAB's ads.txt 1.1 asks for then.
export const page = definePage<null>({
  path: "/ads.txt",
  type: "text/plain; charset=utf-8",
  cached: true,
  load: async () => ({ view: null, tags: ["settings"] }),
  render: (
    _,
    { paper, origin },
  ) => `# ${paper.name.replace(/\s+/g, " ")} sells its advertising itself. Nobody else is authorised to.
OWNERDOMAIN=${new URL(origin).hostname}
placeholder.example.com, placeholder, DIRECT, placeholder
`,
});
