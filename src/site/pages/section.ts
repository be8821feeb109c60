import type { Section } from "../../story/section.ts";
import { loadChrome, type Chrome } from "../chrome.ts";
import { htmlType } from "../html-page.ts";
import { loadList, type StoryList } from "../load-list.ts";
import { definePage } from "../page.ts";
import { sectionPage } from "../parts/section-page.ts";
import { refuse } from "../refusals.ts";

type SectionView = { readonly chrome: Chrome; readonly section: Section; readonly list: StoryList };

export const page = definePage<SectionView>({
  path: "/:section",
  type: htmlType,
  cached: true,
  query: ["after"],
  async load(ask, site) {
    const chrome = await loadChrome(site);
    const section = chrome.sections.find(({ slug }) => slug === ask.params["section"]);
    if (section === undefined) throw refuse("page-not-found");
    const list = await loadList(ask, site, { section: section.slug });
    return {
      view: { chrome, section, list },
      tags: ["settings", `section:${section.slug}`],
      noindex: list.isLater,
    };
  },
  render: (view, { paper, origin }) => sectionPage(view, { paper, origin, chrome: view.chrome }),
});
