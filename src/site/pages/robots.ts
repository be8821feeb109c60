import { definePage } from "../page.ts";

export const page = definePage<null>({
  path: "/robots.txt",
  type: "text/plain; charset=utf-8",
  cached: true,
  load: async () => ({ view: null, tags: ["settings"] }),
  render: (_, { origin }) => `User-agent: *
Disallow: /desk
Disallow: /account
Disallow: /sign-out
Disallow: /search

Sitemap: ${origin}/sitemap.xml
Sitemap: ${origin}/news-sitemap.xml
`,
});
