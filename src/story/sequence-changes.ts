/** One stretch of two sequences: the same in both, only in the first (`cut`), only in the second (`added`). */
export type Stretch = {
  readonly kind: "same" | "cut" | "added";
  /** Where it begins and ends (exclusive): in the second sequence where added, else in the first. */
  readonly from: number;
  readonly to: number;
};

/**
 * The shortest way from one sequence to another (Myers 1986, greedy forward). Equal ends are taken off first; where
 * more than `mostSteps` differences would be needed, all that is between the ends counts as replaced: that bounds
 * the time to a few milliseconds (CASES TXT-07).
 */
export function sequenceChanges(
  before: readonly string[],
  after: readonly string[],
  mostSteps = 600,
): Stretch[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const stretches: Stretch[] = [];
  add(stretches, "same", 0, head);
  const middle = shortest(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
    mostSteps,
  );
  for (const { kind, from, to } of middle) add(stretches, kind, from + head, to + head);
  add(stretches, "same", before.length - tail, before.length);
  return stretches;
}

function shortest(before: readonly string[], after: readonly string[], mostSteps: number): Stretch[] {
  const trail = before.length > 0 && after.length > 0 ? walk(before, after, mostSteps) : null;
  if (trail !== null) return retrace(trail, before, after);
  const stretches: Stretch[] = [];
  add(stretches, "cut", 0, before.length);
  add(stretches, "added", 0, after.length);
  return stretches;
}

/** The furthest point on each diagonal after 0, 1, 2 … differences; null when there are too many. */
function walk(before: readonly string[], after: readonly string[], mostSteps: number): Int32Array[] | null {
  const trail: Int32Array[] = [];
  let reach = new Int32Array(3);
  const most = Math.min(mostSteps, before.length + after.length);
  for (let step = 0; step <= most; step++) {
    trail.push(reach);
    const next = new Int32Array(2 * step + 5);
    for (let diagonal = -step; diagonal <= step; diagonal += 2) {
      let x = startOn(reach, step, diagonal);
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      next[diagonal + step + 1] = x;
      if (x >= before.length && x - diagonal >= after.length) return trail;
    }
    reach = next;
  }
  return null;
}

// `reach` holds the diagonals of the step before, shifted so that none has a negative place.
const at = (reach: Int32Array, step: number, diagonal: number) => reach[diagonal + step] ?? 0;
const goesDown = (reach: Int32Array, step: number, diagonal: number) =>
  diagonal === -step || (diagonal !== step && at(reach, step, diagonal - 1) < at(reach, step, diagonal + 1));
const startOn = (reach: Int32Array, step: number, diagonal: number) => {
  if (step === 0) return 0;
  return goesDown(reach, step, diagonal) ? at(reach, step, diagonal + 1) : at(reach, step, diagonal - 1) + 1;
};

function retrace(
  trail: readonly Int32Array[],
  before: readonly string[],
  after: readonly string[],
): Stretch[] {
  const backwards: Stretch[] = [];
  let x = before.length;
  let y = after.length;
  for (let step = trail.length - 1; step > 0; step--) {
    const reach = trail[step] ?? new Int32Array(0);
    const diagonal = x - y;
    const down = goesDown(reach, step, diagonal);
    const start = startOn(reach, step, diagonal);
    backwards.push({ kind: "same", from: start, to: x });
    x = down ? start : start - 1;
    y = x - (down ? diagonal + 1 : diagonal - 1);
    backwards.push(down ? { kind: "added", from: y, to: y + 1 } : { kind: "cut", from: x, to: x + 1 });
  }
  backwards.push({ kind: "same", from: 0, to: x });
  const stretches: Stretch[] = [];
  for (const { kind, from, to } of backwards.toReversed()) add(stretches, kind, from, to);
  return stretches;
}

/** Joins a stretch to the one before where they belong together; drops empty ones. */
function add(stretches: Stretch[], kind: Stretch["kind"], from: number, to: number): void {
  if (from === to) return;
  const last = stretches.at(-1);
  if (last?.kind === kind && last.to === from) stretches[stretches.length - 1] = { ...last, to };
  else stretches.push({ kind, from, to });
}
