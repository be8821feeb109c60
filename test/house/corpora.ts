import { existsSync } from "node:fs";
import { join } from "node:path";

/** The folder of real and hostile copy that tests and figures read; it lies beside the checkout. */
export const corpora = join(import.meta.dirname, "../../../shared/corpora");

/** What a test says for skipping where a corpus ("iptc-ninjs") is absent; false where it is here. */
export const skipWithout = (corpus = ""): string | false =>
  existsSync(join(corpora, corpus)) ? false : `${join("../shared/corpora", corpus)} is not here`;
