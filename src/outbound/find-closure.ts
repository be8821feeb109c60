import ipaddr from "ipaddr.js";
import { closedIpv4, closedIpv6, openIpv6 } from "./blocks.data.ts";

type Block<Ip> = { readonly range: [Ip, number]; readonly why: string };

const ipv4Blocks = closedIpv4.map(([block, why]): Block<ipaddr.IPv4> => ({
  range: ipaddr.IPv4.parseCIDR(block),
  why,
}));
const ipv6Blocks = closedIpv6.map(([block, why]): Block<ipaddr.IPv6> => ({
  range: ipaddr.IPv6.parseCIDR(block),
  why,
}));
const publicIpv6 = ipaddr.IPv6.parseCIDR(openIpv6);

/**
 * Why this IP address is not on the public internet; null where it is. IPv6 is closed unless it lies in 2000::/3
 * outside the special blocks, and an IPv4 address carried inside is judged too. Library ranges alone let
 * ::127.0.0.1 and a cloud's key service through (CASES F7), so they decide nothing here.
 */
export function findClosure(ip: string): string | null {
  if (!ipaddr.isValid(ip)) return "not an IP address";
  const parsed = ipaddr.parse(ip);
  // The library's two classes tell themselves apart by kind() only.
  return parsed instanceof ipaddr.IPv4 ? closureOf4(parsed) : closureOf6(parsed);
}

function closureOf4(ip: ipaddr.IPv4): string | null {
  return ipv4Blocks.find(({ range }) => ip.match(range))?.why ?? null;
}

function closureOf6(ip: ipaddr.IPv6): string | null {
  if (ip.zoneId !== undefined) return "this link only";
  if (!ip.match(publicIpv6)) return "outside the public part of IPv6";
  const block = ipv6Blocks.find(({ range }) => ip.match(range));
  if (block !== undefined) return block.why;
  const inside = tunnelledIpv4(ip);
  return inside === null ? null : closureOf4(inside);
}

// ISATAP: any prefix, then 0000:5efe or 0200:5efe, then the IPv4 address (RFC 5214 section 6.1).
function tunnelledIpv4({ parts }: ipaddr.IPv6): ipaddr.IPv4 | null {
  const [, , , , flag = 0, mark = 0, high = 0, low = 0] = parts;
  if ((flag & ~0x0200) !== 0 || mark !== 0x5efe) return null;
  return new ipaddr.IPv4([high >> 8, high & 255, low >> 8, low & 255]);
}
