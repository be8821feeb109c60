/**
 * Text with what house style may differ in made one: kinds of quotation marks and dashes, runs of white space,
 * the ellipsis, composed letters. Two texts that fold to the same were not edited.
 */
export const foldStyle = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u2018\u2019\u201a\u201b\u2039\u203a\u02bc`´]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replaceAll("\u2026", "...")
    .replace(/[\u00ad\u200b\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
