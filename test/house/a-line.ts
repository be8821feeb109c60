import { type Followed, followVersions } from "../../src/desk/actions/follow-versions.ts";
import type { Story } from "../../src/story/story.ts";
import type { WireItem } from "../../src/story/wire-item.ts";
import type { Store } from "../../src/store/store.ts";
import { intake, type IntakeOutcome } from "../../src/wire/intake.ts";
import type { WireRoom } from "../../src/wire/wire-room.ts";
import { aDesk } from "./a-desk.ts";
import { aCopyOf, anArrival, anIntakeHouse } from "./an-intake.ts";

/** The wire with the desk behind it on a fresh store: copy comes in at one end, stories stand at the other. */
export async function aLine(store: Store) {
  const { desk, partner, setClock } = await aDesk(store);
  const room: WireRoom<Followed> = {
    ...anIntakeHouse(store),
    clock: desk.clock,
    ids: desk.ids,
    follow: (tables, filed, facts) => followVersions(tables, filed, facts, desk),
  };

  const takeIn = (...items: readonly Partial<WireItem>[]): Promise<IntakeOutcome<Followed>> =>
    intake(anArrival(aCopyOf(...items), { partner, publishes: true }), room);

  /** One item arrives; hands back what became of it and the story taken from it as it stands now, if there is one. */
  async function arrive(item: Partial<WireItem>) {
    const outcome = await takeIn(item);
    const [filed] = outcome.became === "filed" ? outcome.items : [];
    if (filed === undefined || filed.became === "refused") throw new Error("The item was not filed.");
    return { ...filed, story: await storyOf(filed.wireItem) };
  }

  const storyOf = async (wireItem: string): Promise<Story | undefined> =>
    (await store.read.stories.listTakenFrom(wireItem))[0];

  return { desk, partner, setClock, takeIn, arrive };
}
