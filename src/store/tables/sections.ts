import type { Section } from "../../story/section.ts";

export type Sections = {
  find(slug: string): Promise<Section | undefined>;
  /** In the order of the masthead. */
  list(): Promise<readonly Section[]>;
  set(section: Section): Promise<void>;
};
