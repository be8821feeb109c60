/** One part of the results: a file in sections/, loaded without being listed. */
export type Section = {
  /** What `npm run bench -- NAME` asks for. */
  readonly name: string;
  readonly title: string;
  /** Its place in the results. */
  readonly order: number;
  /** Measures, and answers with the lines of Markdown that say what was found. */
  measure(): Promise<readonly string[]>;
};

/** A table; the first column is words, the others are figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? "---" : "---:"))), ...rows.map(line)];
}

/** Whether a figure reached its aim, in words. */
export const verdict = (reached: boolean): string => (reached ? "reached" : "**missed**");
