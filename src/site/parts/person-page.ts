import type { Room } from "../chrome.ts";
import type { Writer } from "../find-person.ts";
import type { StoryList } from "../load-list.ts";
import { markup } from "../markup.ts";
import { avatar } from "./avatar.ts";
import { listPage } from "./list-page.ts";
import { isolated } from "./names.ts";

/** Somebody's page: who they are, and what they wrote, or, for an account of the desk, what it handled. */
export function personPage(
  { person, list }: { readonly person: Writer; readonly list: StoryList },
  room: Room,
): string {
  const face = avatar(person.avatar);
  const kind =
    person.account === null
      ? ""
      : "An account of our desk: it handles stories, and never stands for their writers.";
  const words = markup`<div><h1>${isolated(person.name)}</h1>${person.role !== "" && markup`<p class="meta">${person.role}</p>`}${kind !== "" && markup`<p class="meta">${kind}</p>`}</div>`;
  const says = person.says.trim() !== "" && markup`<p class="says">${person.says}</p>`;
  const top = markup`<header class="head">${face ? markup`<div class="portrait">${face}${words}</div>` : words}${says}</header>`;
  return listPage(
    {
      list,
      path: `/by/${encodeURIComponent(person.slug)}`,
      name: person.name,
      says: person.says || `Stories by ${person.name} in ${room.paper.name}.`,
      top,
      follows: person.account === null ? person.name : null,
      className: "person",
      kicks: true,
      none:
        person.account === null
          ? "No stories yet."
          : "What it handles stands under the names of its writers.",
    },
    room,
  );
}
