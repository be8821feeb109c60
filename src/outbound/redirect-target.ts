import type { Answer } from "./exchange.ts";
import { readAddress, showHost, type Target } from "./read-address.ts";
import { refuse } from "./refusals.ts";
import type { OutboundRules } from "./rules.ts";

/** Where an answer sends us on, vetted as a new request would be; null for an answer that stays. `asked` counts the requests so far. */
export function redirectTarget(
  { status, headers }: Pick<Answer, "status" | "headers">,
  from: Target,
  { asked, rules }: { readonly asked: number; readonly rules: OutboundRules },
): Target | null {
  if (![301, 302, 303, 307, 308].includes(status)) return null;
  const host = showHost(from.host);
  const location = headers["location"]?.trim() ?? "";
  if (location === "") throw refuse("redirect-nowhere", { detail: { host } });
  if (asked > rules.redirects)
    throw refuse("redirects-too-many", { detail: { host, most: rules.redirects } });
  const target = readAddress(asText(location), rules, from.url);
  if (from.safe && !target.safe) throw refuse("redirect-downgraded", { detail: { host } });
  return target;
}

// Headers come as latin-1; servers that write letters beyond ASCII into an address mean UTF-8.
function asText(location: string): string {
  const text = Buffer.from(location, "latin1").toString("utf8");
  return text.includes("\uFFFD") ? location : text;
}
