import { isIP } from "node:net";
import { domainToUnicode } from "node:url";
import { closedEndings } from "./blocks.data.ts";
import { findClosure } from "./find-closure.ts";
import { refuse } from "./refusals.ts";
import type { OutboundRules } from "./rules.ts";

/** An address that may be asked for. The host is the very one that is looked up, dialled and named in TLS. */
export type Target = {
  readonly url: URL;
  readonly host: string;
  readonly port: number;
  readonly safe: boolean;
};

type Judged = Pick<OutboundRules, "ports" | "ownNames">;

/**
 * Reads and vets an address by one parser (WHATWG), the same for judging and dialling; relative ones against `base`.
 * Throws a refusal of this department. A name that passes is vetted again by what it resolves to.
 */
export function readAddress(address: string, rules: Judged, base?: URL): Target {
  const url = URL.parse(withoutFeedScheme(address.trim()), base);
  if (url === null) throw refuse("address-not-web", { detail: { address: address.slice(0, 200) } });
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw refuse("scheme-not-allowed", { detail: { scheme: url.protocol.replace(":", "") } });
  if (url.username !== "" || url.password !== "") throw refuse("address-with-password");
  const safe = url.protocol === "https:";
  const port = url.port === "" ? (safe ? 443 : 80) : Number(url.port);
  if (!rules.ports.includes(port)) throw refuse("port-closed", { detail: { port } });
  return { url, port, safe, host: vettedHost(url, rules) };
}

// Browsers and readers pass feeds on as feed:https://… or feed://…; what is behind is vetted like any other.
function withoutFeedScheme(address: string): string {
  const found = /^feed:(\/\/)?(?=(https?:)?)/i.exec(address);
  if (found === null) return address;
  const rest = address.slice(found[0].length);
  return /^https?:/i.test(rest) ? rest : `http://${rest.replace(/^\/+/, "")}`;
}

function vettedHost(url: URL, { ownNames }: Judged): string {
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const why = isIP(host) === 0 ? closureOfName(host) : findClosure(host);
  if (why !== null) throw refuse("address-not-allowed", { detail: { host: showHost(host), why } });
  if (ownNames.includes(host)) throw refuse("address-is-ours", { detail: { host: showHost(host) } });
  return host;
}

const properName = /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_](?:[a-z0-9_-]{0,62}))+$/;

function closureOfName(name: string): string | null {
  if (!name.includes(".")) return "a name of one word";
  if (!properName.test(name)) return "not a proper name";
  return closedEndings.some((ending) => name === ending || name.endsWith(`.${ending}`))
    ? "a name of a private network"
    : null;
}

/** A host as a person should see it: where its letters can mislead, both spellings (NET-12). */
export function showHost(host: string): string {
  const readable = domainToUnicode(host);
  return readable === "" || readable === host ? host : `${readable} (${host})`;
}
