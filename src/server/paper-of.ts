import { paper as paperShape, type Paper } from "../site/paper.ts";
import type { Store } from "../store/store.ts";
import { once } from "./once.ts";

/** What the newsroom says of itself, read from the store and kept until the settings change. */
export type PaperShelf = { read(): Promise<Paper>; forget(): void };

/** `onZone` is told the paper's time zone each time it is read: the day in a story's address depends on it. */
export function paperOf(store: Store, onZone: (zone: string) => void): PaperShelf {
  let last: Paper | undefined;
  const fresh = () =>
    once(async () => {
      const kept = await readPaper(store).catch((cause: unknown) => {
        if (last === undefined) throw cause;
        return last; // with the store away, pages that say so still have a name at their head
      });
      last = kept;
      onZone(kept.zone);
      return kept;
    });
  let read = fresh();
  return {
    read: async () => read(),
    forget() {
      read = fresh();
    },
  };
}

async function readPaper(store: Store): Promise<Paper> {
  const kept = await store.read.settings.find("paper");
  return kept === undefined || kept === null ? unnamedPaper() : paperShape.parse(kept);
}

/** What a newsroom is called until somebody names it. */
const unnamedPaper = (): Paper => ({
  name: "The Offstone Paper",
  language: "en",
  direction: "ltr",
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  place: "",
  established: "",
  says: "",
  owner: "",
  correctionsPolicy: "",
  adsPolicy: "",
  editor: "",
});
