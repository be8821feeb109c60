/** The last part of an address: letters and figures of any script, lower case, joined by hyphens; at most 80 characters. */
export function slugOf(text: string): string {
  const words = text
    .normalize("NFKD")
    .replace(/ß/gu, "ss")
    .replace(/[\u0300-\u036f'’]/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  const slug = (words ?? []).join("-");
  return slug.length <= 80
    ? slug
    : slug.slice(0, slug.lastIndexOf("-", 80) > 0 ? slug.lastIndexOf("-", 80) : 80);
}
