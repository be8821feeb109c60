import assert from "node:assert/strict";
import { test } from "node:test";
import { killRounds } from "./kill-rounds.ts";
import type { Round } from "./kill-rounds.ts";

test("twenty imports killed outright lose nothing acknowledged, double nothing, leave nothing half", async () => {
  const rounds: Round[] = [];
  await killRounds({ rounds: 20, seed: 1 }, (round) => rounds.push(round));
  for (const { round, lost, half, wrong, notices } of rounds)
    assert.deepEqual(
      { round, lost, half, wrong, notices },
      { round, lost: [], half: [], wrong: [], notices: [] },
    );
  assert.equal(rounds.length, 20);
  assert.ok((rounds.at(-1)?.acknowledged ?? 0) > 1000, "the writers hardly wrote");
});
