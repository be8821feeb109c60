import type { Agreement } from "../../story/agreement.ts";

/** Who we take copy from. `slug` is the address of its page. `own` is the newsroom itself. */
export type Partner = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly home: string | null;
  readonly says: string;
  readonly agreement: Agreement;
};

export type Partners = {
  find(id: string): Promise<Partner | undefined>;
  findBySlug(slug: string): Promise<Partner | undefined>;
  /** By name, case and blanks aside. */
  findByName(name: string): Promise<Partner | undefined>;
  list(): Promise<readonly Partner[]>;
  set(partner: Partner): Promise<void>;
};
