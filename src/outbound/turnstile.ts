/** Lets fetches through, few at a time. `enter` resolves when there is room; call what it gives when done. */
export type Turnstile = {
  enter(host: string): Promise<() => void>;
  /** Says how the host did: one that keeps us waiting may hold only half of the places, so that it cannot hold up the others (CASES NET-28). */
  remember(host: string, isSlow: boolean): void;
};

type Waiting = { readonly host: string; readonly enter: () => void };

export function turnstileOf(atOnce: { readonly perHost: number; readonly overall: number }): Turnstile {
  const inside = new Map<string, number>();
  const slow = new Set<string>();
  let queue: readonly Waiting[] = [];

  const countOf = (hosts: readonly string[]) => hosts.reduce((sum, host) => sum + (inside.get(host) ?? 0), 0);
  const hasRoom = (host: string) =>
    countOf([...inside.keys()]) < atOnce.overall &&
    (inside.get(host) ?? 0) < atOnce.perHost &&
    (!slow.has(host) || countOf([...slow]) < Math.max(1, atOnce.overall / 2));

  const leave = (host: string) => {
    const left = (inside.get(host) ?? 1) - 1;
    if (left > 0) inside.set(host, left);
    else inside.delete(host);
    const next = queue.find((each) => hasRoom(each.host));
    if (next !== undefined) admit(next);
  };
  const admit = (next: Waiting) => {
    queue = queue.filter((each) => each !== next);
    inside.set(next.host, (inside.get(next.host) ?? 0) + 1);
    next.enter();
  };

  return {
    enter: (host) =>
      new Promise((resolve) => {
        const next = { host, enter: () => resolve(onlyOnce(() => leave(host))) };
        queue = [...queue, next];
        if (hasRoom(host)) admit(next);
      }),
    remember(host, isSlow) {
      if (!isSlow) slow.delete(host);
      // Bounded: names of hosts come from outside.
      else if (slow.size < 10_000) slow.add(host);
    },
  };
}

function onlyOnce(act: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}
