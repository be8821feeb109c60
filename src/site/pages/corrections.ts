import { storyAddress } from "../../story/story-address.ts";
import { loadChrome, sectionOf, type Chrome } from "../chrome.ts";
import { htmlType } from "../html-page.ts";
import { listFixes } from "../list-fixes.ts";
import { markup } from "../markup.ts";
import { definePage } from "../page.ts";
import { page as whole } from "../parts/document.ts";
import type { Fix } from "../parts/side-column.ts";
import { plainLine } from "../plain-line.ts";
import { daysOf, fullTime } from "../when.ts";

type CorrectionsView = { readonly chrome: Chrome; readonly fixes: readonly Fix[] };

const mostStories = 200;

export const page = definePage<CorrectionsView>({
  path: "/corrections",
  type: htmlType,
  cached: true,
  async load(_, site) {
    const stories = await site.store.read.stories.listCorrected(site.clock.now(), mostStories);
    const view = { chrome: await loadChrome(site), fixes: listFixes(stories, 0) };
    return { view, tags: ["settings", "fronts"] };
  },
  render({ chrome, fixes }, { paper, origin }) {
    const room = { paper, origin, chrome };
    const items = fixes.map((fix) => {
      const { name, tone } = sectionOf(chrome, fix.section);
      return markup`<li class="${tone}"><p class="kick">${name}</p><h2><a href="${storyAddress(fix, daysOf(paper))}" dir="auto">${plainLine(fix.headline)}</a></h2><p class="gist">${fix.says}</p><p class="stamp">Corrected ${fullTime(fix.at, paper)}</p></li>\n`;
    });
    const list =
      items.length > 0
        ? markup`<ul class="rows">\n${items}</ul>`
        : markup`<div class="empty"><p>There has been nothing to correct so far.</p></div>`;
    return whole(
      {
        title: `Corrections | ${paper.name}`,
        says: `What ${paper.name} got wrong, and when it was put right.`,
        style: "list",
        canonical: `${origin}/corrections`,
        robots: null,
        skip: "the corrections",
      },
      room,
      markup`<main class="page log-of-fixes" id="main"><header class="head"><h1>Corrections</h1><p class="says">${paper.correctionsPolicy}</p></header>
<div class="body"><div class="log">${list}</div></div></main>`,
    );
  },
});
