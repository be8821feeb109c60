import { join } from "node:path";
import type { Clock } from "../base/clock.ts";
import { loadFolder } from "../base/folder.ts";
import type { Ids } from "../base/ids.ts";
import type { CopyCheck } from "../desk/check.ts";
import type { Desk } from "../desk/desk.ts";
import type { Outbound } from "../outbound/client.ts";
import type { FetchingRoom } from "../picture/fetch-pictures.ts";
import type { Store } from "../store/store.ts";
import type { ParseRoom } from "../wire/parse-room.ts";
import { once } from "./once.ts";

type Parts = {
  readonly data: string;
  readonly origin: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly zone: () => Promise<string>;
  readonly outbound: Outbound | null;
};

/** The departments that no first page needs: each is loaded when it is first called for, so that a start stays short. */
export type Departments = {
  readonly desk: () => Promise<Desk>;
  readonly outbound: () => Promise<Outbound>;
  readonly pictures: () => Promise<FetchingRoom>;
  readonly parseRoom: () => Promise<ParseRoom>;
  readonly close: () => Promise<void>;
};

export function departmentsOf({
  data,
  origin,
  store,
  clock,
  ids,
  zone,
  outbound: given,
}: Parts): Departments {
  const checks = once(async () =>
    loadFolder<CopyCheck>(join(import.meta.dirname, "../desk/checks"), "check"),
  );
  const outbound = once(async () => given ?? wayOut(origin, clock));
  const pictures = once(async (): Promise<FetchingRoom> => {
    const { darkroomOf } = await import("../picture/darkroom.ts");
    return { store, clock, ids, darkroom: darkroomOf(data), outbound: await outbound() };
  });
  const opened: ParseRoom[] = [];
  const parseRoom = once(async () => {
    const { openParseRoom } = await import("../wire/parse-room.ts");
    const room = openParseRoom();
    opened.push(room);
    return room;
  });
  return {
    desk: async () => ({ store, clock, ids, checks: await checks(), zone: await zone() }),
    outbound,
    pictures,
    parseRoom,
    async close() {
      for (const room of opened) await room.close();
    },
  };
}

async function wayOut(origin: string, clock: Clock): Promise<Outbound> {
  const [{ outboundBy }, { systemNetwork }, { usualRules }] = await Promise.all([
    import("../outbound/client.ts"),
    import("../outbound/network.ts"),
    import("../outbound/rules.ts"),
  ]);
  const rules = {
    ...usualRules,
    userAgent: `Offstone/0.1 (+${origin})`,
    ownNames: [new URL(origin).hostname],
  };
  return outboundBy({ ...systemNetwork, clock, rules });
}
