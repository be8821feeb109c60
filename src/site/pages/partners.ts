import type { Partner } from "../../store/tables/partners.ts";
import { loadChrome, type Chrome } from "../chrome.ts";
import { htmlType } from "../html-page.ts";
import { markup } from "../markup.ts";
import { definePage } from "../page.ts";
import { page as whole } from "../parts/document.ts";
import { isolated } from "../parts/names.ts";

type PartnersView = { readonly chrome: Chrome; readonly partners: readonly Partner[] };

export const page = definePage<PartnersView>({
  path: "/partner",
  type: htmlType,
  cached: true,
  async load(_, site) {
    const [chrome, all] = await Promise.all([loadChrome(site), site.store.read.partners.list()]);
    const partners = all.filter(({ agreement }) => agreement.agreed && agreement.preset !== "own");
    return {
      view: { chrome, partners },
      tags: ["settings", "fronts", ...all.map(({ slug }) => `partner:${slug}`)],
    };
  },
  render({ chrome, partners }, { paper, origin }) {
    const items = partners.map(
      ({ slug, name, says, agreement }) =>
        markup`<li><h2><a href="/partner/${encodeURIComponent(slug)}">${isolated(name)}</a></h2>${says.trim() !== "" && markup`<p class="gist">${says}</p>`}<p class="stamp">${agreement.says}</p></li>\n`,
    );
    const list =
      items.length > 0
        ? markup`<ul class="rows">\n${items}</ul>`
        : markup`<div class="empty"><p>${paper.name} prints its own copy only, so far.</p></div>`;
    return whole(
      {
        title: `Partners and our agreements | ${paper.name}`,
        says: `Who ${paper.name} takes copy from, and what was agreed with each.`,
        style: "list",
        canonical: `${origin}/partner`,
        robots: null,
        skip: "the partners",
      },
      { paper, origin, chrome },
      markup`<main class="page partners" id="main"><header class="head"><h1>Partners</h1><p class="says">Who we take copy from, and what each lets us do with it. Every such story says under its text how it reached you.</p></header>
<div class="body"><div class="log">${list}</div></div></main>`,
    );
  },
});
