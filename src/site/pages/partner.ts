import type { Partner } from "../../store/tables/partners.ts";
import { loadChrome, type Chrome } from "../chrome.ts";
import { htmlType } from "../html-page.ts";
import { loadList, type StoryList } from "../load-list.ts";
import { definePage } from "../page.ts";
import { agreementWords } from "../parts/agreement-words.ts";
import { listPage } from "../parts/list-page.ts";
import { isolated } from "../parts/names.ts";
import { sourceLink } from "../parts/source-link.ts";
import { markup } from "../markup.ts";
import { refuse } from "../refusals.ts";

type PartnerView = { readonly chrome: Chrome; readonly partner: Partner; readonly list: StoryList };

export const page = definePage<PartnerView>({
  path: "/partner/:name",
  type: htmlType,
  cached: true,
  query: ["after"],
  async load(ask, site) {
    const partner = await site.store.read.partners.findBySlug(ask.params["name"] ?? "");
    if (partner === undefined) throw refuse("page-not-found");
    const [chrome, list] = await Promise.all([
      loadChrome(site),
      loadList(ask, site, { partner: partner.id }),
    ]);
    return {
      view: { chrome, partner, list },
      tags: ["settings", `partner:${partner.slug}`, `partner:${partner.id}`],
      noindex: list.isLater,
    };
  },
  render({ chrome, partner, list }, { paper, origin }) {
    const home =
      partner.home !== null &&
      markup`<p class="meta">${sourceLink(partner.home, URL.parse(partner.home)?.host ?? partner.home)}</p>`;
    const says = partner.says.trim() !== "" && markup`<p class="says">${partner.says}</p>`;
    return listPage(
      {
        list,
        path: `/partner/${encodeURIComponent(partner.slug)}`,
        name: partner.name,
        says: partner.says || `What we publish from ${partner.name}, and under which agreement.`,
        top: markup`<header class="head"><h1>${isolated(partner.name)}</h1>${home}${says}</header>`,
        side: agreementWords(partner.agreement, partner.name),
        follows: partner.name,
        className: "partner",
        kicks: true,
        none: `We have no story from ${partner.name} at the moment.`,
      },
      { paper, origin, chrome },
    );
  },
});
