import { htmlType } from "../html-page.ts";
import { days } from "../../base/clock.ts";
import { slugOf } from "../../story/slug.ts";
import { arrangeFront } from "../arrange-front.ts";
import { loadChrome } from "../chrome.ts";
import { listFixes } from "../list-fixes.ts";
import { definePage, type Site } from "../page.ts";
import { frontPage, type FrontView } from "../parts/front-page.ts";
import type { Voice } from "../parts/voices.ts";
import type { StoryCard } from "../../story/story.ts";

const perSection = 9;
const mostFixes = 3;

export const page = definePage<FrontView>({
  path: "/",
  type: htmlType,
  cached: true,
  async load(_, site) {
    const { stories } = site.store.read;
    const now = site.clock.now();
    const chrome = await loadChrome(site);
    const [shelves, corrected] = await Promise.all([
      Promise.all(
        chrome.sections.map(async (section) => ({
          section,
          cards: await stories.listVisible({ now, section: section.slug, limit: perSection }),
        })),
      ),
      stories.listCorrected(now, mostFixes),
    ]);
    const arranged = arrangeFront(shelves);
    const view = {
      chrome,
      arranged,
      voices: await loadVoices(arranged.voices, site),
      fixes: listFixes(corrected, now - days(7)).slice(0, mostFixes),
      slot: null,
    };
    return { view, tags: ["settings", "fronts"] };
  },
  render: (view, { paper, origin }) => frontPage(view, { paper, origin, chrome: view.chrome }),
});

const loadVoices = (cards: readonly StoryCard[], { store }: Site): Promise<Voice[]> =>
  Promise.all(
    cards.map(async (card) => {
      const writer = card.byline[0];
      const person = writer && (await store.read.people.findBySlug(slugOf(writer.name)));
      return { card, face: person?.avatar ?? null, role: person?.role ?? writer?.role ?? "" };
    }),
  );
