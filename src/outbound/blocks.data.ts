// What is not the public internet. After the IANA special-purpose address registries (IPv4 and IPv6) and the
// addresses at which clouds hand out keys. IPv6 is the other way round: only 2000::/3 is public, minus these.

export const closedIpv4: readonly (readonly [block: string, why: string])[] = [
  ["0.0.0.0/8", "this network"],
  ["10.0.0.0/8", "private"],
  ["100.64.0.0/10", "shared by a provider"],
  ["127.0.0.0/8", "this machine"],
  ["168.63.129.16/32", "a cloud's own service"],
  ["169.254.0.0/16", "this link only"],
  ["172.16.0.0/12", "private"],
  ["192.0.0.0/24", "kept for protocols"],
  ["192.0.2.0/24", "for documentation"],
  ["192.31.196.0/24", "kept for name service"],
  ["192.52.193.0/24", "a relay"],
  ["192.88.99.0/24", "a relay"],
  ["192.168.0.0/16", "private"],
  ["192.175.48.0/24", "kept for name service"],
  ["198.18.0.0/15", "for measurements"],
  ["198.51.100.0/24", "for documentation"],
  ["203.0.113.0/24", "for documentation"],
  ["224.0.0.0/4", "a group, not a machine"],
  ["240.0.0.0/4", "reserved"],
];

export const openIpv6 = "2000::/3";

export const closedIpv6: readonly (readonly [block: string, why: string])[] = [
  ["2001::/23", "kept for protocols"],
  ["2001:db8::/32", "for documentation"],
  ["2002::/16", "a relay"],
  ["2620:4f:8000::/48", "kept for name service"],
  ["3fff::/20", "for documentation"],
];

/** Endings of names that live on a private network, and names under which clouds hand out keys. */
export const closedEndings: readonly string[] = [
  "localhost",
  "localdomain",
  "local",
  "internal",
  "intranet",
  "private",
  "corp",
  "home",
  "lan",
  "onion",
  "arpa",
  "metadata.tencentyun.com",
];
