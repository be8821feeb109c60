// The child that is killed: node write-batches.ts DATA LEDGER SEED PAUSE. Files batch after batch as an import does,
// goes on where the ledger ends, and says each commit to the ledger. PAUSE: milliseconds between commits.
import { setTimeout as wait } from "node:timers/promises";
import { systemClock } from "../../src/base/clock.ts";
import { openStore } from "../../src/store/open.ts";
import { fileBatch } from "./file-batch.ts";
import { acknowledge, readLedger } from "./ledger.ts";
import { randomBy } from "./random-by.ts";

const [data = "", ledger = "", seed = "1", pause = "0"] = process.argv.slice(2);
const random = randomBy(Number(seed));
const store = await openStore({ data, clock: systemClock });
for (let batch = (readLedger(ledger).at(-1)?.batch ?? 0) + 1; ; batch += 1) {
  // A batch whose acknowledgement was cut off is here or not; filing it again must make nothing twice.
  const keys = Array.from({ length: 30 }, (_, at) => `batch-${batch}-item-${at}`);
  const stories = await store.together((tables) => fileBatch(tables, { keys, batch, random }));
  acknowledge(ledger, { batch, stories });
  if (Number(pause) > 0) await wait(Number(pause));
}
