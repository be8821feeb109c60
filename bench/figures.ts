/** The middle of some figures, and how far they lie apart. */
export type Figures = { readonly median: number; readonly low: number; readonly high: number };

export function figuresOf(values: readonly number[]): Figures {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: percentile(sorted, 0.5), low: sorted[0] ?? NaN, high: sorted.at(-1) ?? NaN };
}

/** The value below which `share` of the sorted values lie. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;

export const spread = ({ median, low, high }: Figures, digits = 0): string =>
  `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;

/** Runs the contestants in turn, `rounds` times over, so that a slow moment of the machine meets them all. */
export async function alternate<Name extends string>(
  contestants: Readonly<Record<Name, () => Promise<number>>>,
  rounds: number,
): Promise<Record<Name, Figures>> {
  const names = Object.keys(contestants) as Name[]; // the keys of the record are its names
  const seen = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of names) seen.get(name)?.push(await contestants[name]());
  return Object.fromEntries([...seen].map(([name, values]) => [name, figuresOf(values)])) as Record<
    Name,
    Figures
  >;
}
