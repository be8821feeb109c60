/** A fair queue: whoever asked first has the next turn (CASES STO-19). */
export function turns() {
  let last: Promise<void> = Promise.resolve();
  return {
    /** Resolves when it is our turn, to the function that ends it. */
    take(): Promise<() => void> {
      const before = last;
      const mine = Promise.withResolvers<void>();
      last = mine.promise;
      return before.then(() => mine.resolve);
    },
  };
}
