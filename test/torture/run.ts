// npm run torture -- [--rounds 200] [--seed 1] [--power]
import { parseArgs } from "node:util";
import { killRounds } from "./kill-rounds.ts";
import type { Round } from "./kill-rounds.ts";
import { powerRounds, whyNoPowerCut } from "./power-rounds.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string" },
    seed: { type: "string", default: String(Date.now() % 100_000) },
    power: { type: "boolean", default: false },
  },
});
const why = values.power ? whyNoPowerCut() : undefined;
if (why !== undefined) {
  console.log(`SKIPPED, nothing was proved: no power was cut, because ${why}.`);
  process.exit(0);
}
const rounds = Number(values.rounds ?? (values.power ? 10 : 200));
const seed = Number(values.seed);
const bad: Round[] = [];
let acknowledged = 0;

console.log(`${rounds} rounds of ${values.power ? "power cuts" : "kill -9"} with seed ${seed}`);
await (values.power ? powerRounds : killRounds)({ rounds, seed }, (round) => {
  acknowledged = round.acknowledged;
  if ([round.lost, round.half, round.wrong, round.notices].some((found) => found.length > 0)) {
    bad.push(round);
    console.log(`round ${round.round}:`, round);
  }
  if (round.round % 10 === 0) console.log(`round ${round.round}: ${acknowledged} stories acknowledged`);
});
console.log(
  `${acknowledged} stories acknowledged in ${rounds} rounds; lost ${total("lost")}, half ${total("half")}, rounds with doubles or damage ${
    bad.filter(({ wrong, notices }) => wrong.length + notices.length > 0).length
  }.`,
);
process.exit(bad.length === 0 ? 0 : 1);

function total(what: "lost" | "half"): number {
  return bad.reduce((sum, round) => sum + round[what].length, 0);
}
