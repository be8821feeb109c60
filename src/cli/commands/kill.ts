import { killStory } from "../../desk/actions/kill-story.ts";
import { presentStory } from "../../desk/present-story.ts";
import { dayIn } from "../../story/story-address.ts";
import type { Command } from "../command.ts";
import { findStory } from "../find-story.ts";
import { refuse } from "../refusals.ts";
import { plainLine, sayAnswer } from "../say-answer.ts";
import { wordOf } from "../word-of.ts";

export const command: Command = {
  name: "kill",
  says: "Withdraw a live story everywhere, with a reason that readers see",
  usage: "STORY --reason REASON",
  options: { reason: { value: "REASON", says: "why, as readers see it at the story's address" } },
  in: "newsroom",
  async run(given, newsroom) {
    const story = await findStory(wordOf(given, { command: "kill", name: "STORY" }), newsroom);
    const reason = given.text("reason");
    if (reason === undefined)
      throw refuse("command-misspelt", { detail: { why: "--reason is missing", name: "kill" } });
    const killed = await killStory({ story: story.id, by: "command line", reason }, await newsroom.desk());
    const desk = await newsroom.desk();
    await sayAnswer(
      given,
      presentStory(killed, dayIn(desk.zone)),
      `killed  ${plainLine(killed.copy.headline)}`,
    );
    return 0;
  },
};
