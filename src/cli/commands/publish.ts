import { publishStory } from "../../desk/actions/publish-story.ts";
import type { Command } from "../command.ts";
import { findStory } from "../find-story.ts";
import { reportStory, wordsOf } from "../report-item.ts";
import { sayAnswer } from "../say-answer.ts";
import { wordOf } from "../word-of.ts";

export const command: Command = {
  name: "publish",
  says: "Publish a draft, in full or as a summary with a link",
  usage: "STORY [--summary] [--override REASON]",
  options: {
    summary: { says: "headline, standfirst, credit and link only" },
    override: { value: "REASON", says: "set aside what an editor may; the reason is recorded" },
  },
  in: "newsroom",
  async run(given, newsroom) {
    const story = await findStory(wordOf(given, { command: "publish", name: "STORY" }), newsroom);
    const reason = given.text("override");
    const outcome = await publishStory(
      {
        story: story.id,
        by: "command line",
        ...(given.has("summary") ? { form: "summary" as const } : {}),
        ...(reason === undefined ? {} : { override: { reason } }),
      },
      await newsroom.desk(),
    );
    const refusals = "refusals" in outcome ? outcome.refusals : [];
    const now = await newsroom.store.read.stories.find(story.id);
    const report = await reportStory(now, { format: "", warnings: outcome.findings, refusals }, newsroom);
    const { format: _, ...answer } = report;
    await sayAnswer(given, answer, wordsOf({ ...report, format: (now ?? story).form }, story.copy.headline));
    return refusals.length > 0 ? 2 : 0;
  },
};
