import { loadChrome, type Chrome } from "../chrome.ts";
import { writerFrom, type Writer } from "../find-person.ts";
import { htmlType } from "../html-page.ts";
import { loadList, type StoryList } from "../load-list.ts";
import { definePage } from "../page.ts";
import { personPage } from "../parts/person-page.ts";
import { refuse } from "../refusals.ts";

type PersonView = { readonly chrome: Chrome; readonly person: Writer; readonly list: StoryList };

export const page = definePage<PersonView>({
  path: "/by/:name",
  type: htmlType,
  cached: true,
  query: ["after"],
  async load(ask, site) {
    const slug = ask.params["name"] ?? "";
    const [chrome, known, list] = await Promise.all([
      loadChrome(site),
      site.store.read.people.findBySlug(slug),
      loadList(ask, site, { person: slug }),
    ]);
    const person = known ?? writerFrom(list.cards, slug);
    if (person === undefined) throw refuse("page-not-found");
    return { view: { chrome, person, list }, tags: ["settings", `person:${slug}`], noindex: list.isLater };
  },
  render: (view, { paper, origin }) => personPage(view, { paper, origin, chrome: view.chrome }),
});
