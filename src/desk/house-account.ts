import type { Ids } from "../base/ids.ts";
import { slugOf } from "../story/slug.ts";
import type { Tables } from "../store/tables.ts";

/** The account that handles copy nobody else is named for. */
export const houseName = "Editors Desk";

/** The id of the account of this name; a house account is made where there is none yet. */
export async function houseAccount(name: string, { people }: Tables, ids: Ids): Promise<string> {
  const slug = slugOf(name) || "desk";
  const known = await people.findBySlug(slug);
  if (known) return known.id;
  const id = ids.next();
  await people.set({ id, slug, name, role: "", says: "", avatar: null, account: "house" });
  return id;
}
