import { slugOf } from "../../story/slug.ts";
import { loadChrome, type Chrome } from "../chrome.ts";
import { htmlType } from "../html-page.ts";
import { loadList, type StoryList } from "../load-list.ts";
import { markup } from "../markup.ts";
import { definePage } from "../page.ts";
import { listPage } from "../parts/list-page.ts";
import { plainLine } from "../plain-line.ts";
import { refuse } from "../refusals.ts";

type TopicView = {
  readonly chrome: Chrome;
  readonly slug: string;
  readonly name: string;
  readonly list: StoryList;
};

export const page = definePage<TopicView>({
  path: "/topic/:name",
  type: htmlType,
  cached: true,
  query: ["after"],
  async load(ask, site) {
    const slug = ask.params["name"] ?? "";
    const [chrome, list] = await Promise.all([loadChrome(site), loadList(ask, site, { topic: slug })]);
    // A topic exists as long as a story that may be seen has it.
    const name = list.cards.flatMap(({ topics }) => topics).find((topic) => slugOf(topic) === slug);
    if (name === undefined) throw refuse("page-not-found");
    return {
      view: { chrome, slug, name: plainLine(name), list },
      tags: ["settings", "fronts"],
      noindex: list.isLater,
    };
  },
  render: ({ chrome, slug, name, list }, { paper, origin }) =>
    listPage(
      {
        list,
        path: `/topic/${encodeURIComponent(slug)}`,
        name,
        says: `Stories about ${name} in ${paper.name}.`,
        top: markup`<header class="head"><h1 dir="auto">${name}</h1></header>`,
        follows: null,
        className: "topic",
        kicks: true,
        none: "No stories yet.",
      },
      { paper, origin, chrome },
    ),
});
