import type { SearchHit } from "../../store/tables/search.ts";
import { loadChrome, type Chrome } from "../chrome.ts";
import { htmlType } from "../html-page.ts";
import { definePage } from "../page.ts";
import { searchPage } from "../parts/search-page.ts";

type SearchView = { readonly chrome: Chrome; readonly text: string; readonly hits: readonly SearchHit[] };

const mostHits = 30;
// Longer than any headline; what comes after is no question any more.
const longestText = 300;

export const page = definePage<SearchView>({
  path: "/search",
  type: htmlType,
  cached: false,
  query: ["q"],
  async load({ query }, site) {
    const text = (query.get("q") ?? "").trim().slice(0, longestText).toWellFormed();
    const ask = { text, now: site.clock.now(), limit: mostHits };
    const hits = text === "" ? [] : await site.store.read.search.find(ask);
    return { view: { chrome: await loadChrome(site), text, hits }, tags: [], noindex: true };
  },
  render: (view, { paper, origin }) => searchPage(view, { paper, origin, chrome: view.chrome }),
});
