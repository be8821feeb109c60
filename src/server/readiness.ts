import { seconds, type Clock } from "../base/clock.ts";
import type { Store } from "../store/store.ts";

type What = "read" | "write";
type Asked = { readonly at: number; readonly answer: Promise<boolean> };

/**
 * Whether the store can be read or written now. Asked at most once a second however often it is called: whether it can
 * be written shows only in a real commit, and anybody may ask.
 */
export function readinessOf(store: Store, clock: Pick<Clock, "steady">): (what: What) => Promise<boolean> {
  const asked = new Map<What, Asked>();
  return async (what) => {
    const now = clock.steady();
    const last = asked.get(what);
    if (last !== undefined && now - last.at < seconds(1)) return last.answer;
    const answer = store.assertReady(what).then(
      () => true,
      () => false,
    );
    asked.set(what, { at: now, answer });
    return answer;
  };
}
