/** An address in partner HTML as a whole one; null where it is not one of `protocols` or leads nowhere without a base. */
export function resolveAddress(
  address: string | null,
  base: string | null,
  protocols: readonly string[] = ["http:", "https:"],
): string | null {
  if (address === null || address === "" || address.length > longest) return null;
  const url = URL.parse(address, base ?? (address.trimStart().startsWith("//") ? "https://x/" : undefined));
  if (url === null || !protocols.includes(url.protocol)) return null;
  return url.href.length > longest || /^(?:mailto|tel):$/.test(url.href) ? null : url.href;
}
const longest = 8192;

/** What a link in a story may lead to. */
export const linkProtocols: readonly string[] = ["http:", "https:", "mailto:", "tel:"];
