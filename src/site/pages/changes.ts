import { htmlType } from "../html-page.ts";
import type { Changes } from "../../story/changes.ts";
import { loadChrome, type Chrome } from "../chrome.ts";
import { getStory } from "../find-story.ts";
import { loadChanges } from "../load-story.ts";
import { definePage } from "../page.ts";
import { changesPage } from "../parts/changes-page.ts";
import { gonePage } from "../parts/gone-page.ts";
import { refuse } from "../refusals.ts";
import type { GoneView, ShownStory } from "../story-view.ts";

type ChangesView = {
  readonly kind: "changes";
  readonly chrome: Chrome;
  readonly story: ShownStory;
  readonly address: string;
  readonly changes: Changes;
};

export const page = definePage<ChangesView | GoneView>({
  path: "/:section/:yyyy/:mm/:dd/:slug/changes",
  type: htmlType,
  cached: true,
  async load(ask, site) {
    const found = await getStory(ask, site);
    if ("moved" in found) return { moved: `${found.moved}/changes` };
    if ("gone" in found)
      return { view: found.gone, status: 410, tags: ["settings", `story:${found.story}`], noindex: true };
    const { shown: story, address } = found;
    const changes = story.form === "full" ? await loadChanges(story, site) : null;
    if (changes === null) throw refuse("page-not-found");
    const view = { kind: "changes", chrome: await loadChrome(site), story, address, changes } as const;
    return { view, tags: ["settings", `story:${story.id}`], noindex: true };
  },
  render(view, { paper, origin }) {
    const room = { paper, origin, chrome: view.chrome };
    return view.kind === "changes" ? changesPage(view, room) : gonePage(view, room);
  },
});
