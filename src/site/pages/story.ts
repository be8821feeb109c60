import { htmlType } from "../html-page.ts";
import { getStory } from "../find-story.ts";
import { loadStory } from "../load-story.ts";
import { definePage } from "../page.ts";
import { gonePage } from "../parts/gone-page.ts";
import { storyPage } from "../parts/story-page.ts";
import type { GoneView, StoryView } from "../story-view.ts";

export const page = definePage<StoryView | GoneView>({
  path: "/:section/:yyyy/:mm/:dd/:slug",
  type: htmlType,
  cached: true,
  async load(ask, site) {
    const found = await getStory(ask, site);
    if ("moved" in found) return found;
    if ("gone" in found)
      return { view: found.gone, status: 410, tags: ["settings", `story:${found.story}`], noindex: true };
    return loadStory(found.shown, found.address, site);
  },
  render(view, { paper, origin }) {
    const room = { paper, origin, chrome: view.chrome };
    return view.kind === "story" ? storyPage(view, room) : gonePage(view, room);
  },
});
