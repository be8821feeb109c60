// Languages and scripts that run from right to left.
const fromTheRight = new Set("ar arc ckb dv fa he iw ji ks ku-arab ps sd ug ur yi".split(" "));
const scripts = /-(arab|hebr|syrc|thaa|nkoo|adlm)\b/i;

/** Which way a language runs, by its tag ("ar", "fa-IR", "az-Arab"). */
export const directionOf = (language: string): "ltr" | "rtl" =>
  fromTheRight.has(language.toLowerCase().split("-")[0] ?? "") || scripts.test(language) ? "rtl" : "ltr";

/** A language tag a browser takes, else `otherwise`: copy comes with anything. */
export const languageTag = (language: string, otherwise: string): string =>
  /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? language : otherwise;
