/**
 * An address as far as it tells stories apart: without scheme, "www.", last slashes and campaign parameters, the host in
 * small letters, the rest as written. Null where it names no story: none, or only a site's front page.
 */
export function plainAddress(address: string | null): string | null {
  const text = (address ?? "").toWellFormed().replaceAll("\u0000", "").trim();
  const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null;
  if (url === null) return text === "" ? null : text;
  for (const name of Array.from(url.searchParams.keys()))
    if (campaign.test(name)) url.searchParams.delete(name);
  const place = `${url.pathname.replace(/\/+$/, "")}${url.search}${url.hash}`;
  return place === "" ? null : `${url.host.replace(/^www\./, "")}${place}`;
}

const campaign = /^(?:utm_|ns_|at_(?:medium|campaign))|^(?:fbclid|gclid)$/;
