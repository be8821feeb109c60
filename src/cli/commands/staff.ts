import type { Newsroom } from "../../server/newsroom.ts";
import { slugOf } from "../../story/slug.ts";
import type { Command, Given } from "../command.ts";
import { refuse } from "../refusals.ts";
import { plainLine, sayAnswer } from "../say-answer.ts";

export const command: Command = {
  name: "staff",
  says: "Name the accounts that handle stories, or list them",
  usage: "add NAME [--role ROLE] [--about WORDS] [--person] | list",
  options: {
    role: { value: "ROLE", says: "as printed under the name" },
    about: { value: "WORDS", says: "a sentence for the public page" },
    person: { says: "a member of staff, not an account of the house" },
  },
  in: "newsroom",
  async run(given, newsroom) {
    const [act, ...names] = given.words;
    if (act === "list" && names.length === 0) await list(given, newsroom);
    else if (act === "add" && names.length > 0) await add(given, names.join(" "), newsroom);
    else throw refuse("command-misspelt", { detail: { why: "say add NAME or list", name: "staff" } });
    return 0;
  },
};

async function list(given: Given, { store }: Newsroom): Promise<void> {
  const accounts = await store.read.people.listAccounts();
  const lines = accounts.map(({ name, role, slug }) => `${plainLine(name)}  ${plainLine(role)}  /by/${slug}`);
  await sayAnswer(given, accounts, lines.join("\n") || "There are no accounts yet.");
}

async function add(given: Given, name: string, { store, ids, clock }: Newsroom): Promise<void> {
  const slug = slugOf(name);
  if (slug === "") throw refuse("command-misspelt", { detail: { why: `${name} is no name`, name: "staff" } });
  const person = await store.together(async (tables) => {
    const known = await tables.people.findBySlug(slug);
    const account = given.has("person") ? ("staff" as const) : ("house" as const);
    const made = {
      id: known?.id ?? ids.next(),
      slug,
      name: name.trim(),
      avatar: known?.avatar ?? null,
      account,
      role: given.text("role") ?? known?.role ?? "",
      says: given.text("about") ?? known?.says ?? "",
    };
    await tables.people.set(made);
    const says = { person: made.id, name: made.name };
    await tables.events.add({
      id: ids.next(),
      at: clock.now(),
      what: "staff.added",
      story: null,
      by: "command line",
      says,
    });
    tables.touched(`person:${slug}`);
    return made;
  });
  await sayAnswer(given, person, `${plainLine(person.name)}  /by/${person.slug}`);
}
