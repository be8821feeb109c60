import type { StoryCopy, Story } from "../story/story.ts";
import type { WireItem } from "../story/wire-item.ts";
import type { Agreement } from "../story/agreement.ts";

/** What a check found: where ("body/12", "mainPicture/credit", "byline"), and one sentence that says what is wrong and what to do. */
export type Finding = {
  readonly check: string;
  readonly at: string;
  readonly says: string;
  readonly stops: boolean;
};

/** What checks look at. `source` is the version it was taken from, null for own copy. */
export type Checked = {
  readonly copy: StoryCopy;
  readonly source: WireItem | null;
  readonly sourceName: string;
  readonly agreement: Agreement | null;
  readonly form: Story["form"];
};

/** One thing a check saw. `stops` where this one differs from what the check says of all of them. */
export type Seen = { readonly at: string; readonly says: string; readonly stops?: boolean };

/** One file in `checks/`: looks at copy and never changes it. `examples` are run by the contract test. */
export type CopyCheck = {
  readonly name: string;
  readonly stops: boolean;
  look(checked: Checked): readonly Seen[];
  readonly examples: { readonly clean: readonly Checked[]; readonly wrong: readonly Checked[] };
};
