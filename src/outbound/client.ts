import type { Clock, Instant } from "../base/clock.ts";
import { Refusal } from "../base/refusal.ts";
import { exchange, type Answer } from "./exchange.ts";
import type { Fetched, Hop } from "./fetched.ts";
import type { Network } from "./network.ts";
import { reach } from "./reach.ts";
import { readAddress, showHost, type Target } from "./read-address.ts";
import { readPage } from "./read-page.ts";
import { redirectTarget } from "./redirect-target.ts";
import { refusals, type OutboundCode } from "./refusals.ts";
import { refusedStatus } from "./refused-status.ts";
import { requestHeaders, type FetchOptions } from "./request-headers.ts";
import { readRetryAfter } from "./retry-after.ts";
import type { OutboundRules } from "./rules.ts";
import { beginTrip, type Trip } from "./trip.ts";
import { turnstileOf, type Turnstile } from "./turnstile.ts";

/** The one way out of the house. */
export type Outbound = {
  readonly fetchPage: (address: string, options?: FetchOptions) => Promise<Fetched>;
};

export type OutboundParts = Network & { readonly clock: Pick<Clock, "now">; readonly rules: OutboundRules };

/**
 * The guarded client (CASES NET-01 to NET-27). `fetchPage` answers with a value whatever the other side does; it
 * throws only on a fault of our own.
 */
export function outboundBy({ lookup, dial, clock, rules }: OutboundParts): Outbound {
  const turnstile = turnstileOf(rules.atOnce);
  const room: Room = { network: { lookup, dial }, clock, rules, turnstile };
  return { fetchPage: (address, options = {}) => fetchPage(address, options, room) };
}

type Room = {
  readonly network: Network;
  readonly clock: Pick<Clock, "now">;
  readonly rules: OutboundRules;
  readonly turnstile: Turnstile;
};

/** One fetch: what is asked, by which room, and what is known so far for the report of a failure. */
type Fetch = {
  readonly options: FetchOptions;
  readonly room: Room;
  readonly hops: Hop[];
  trip: Trip | null;
  status: number | null;
  retryAt: Instant | null;
};

async function fetchPage(address: string, options: FetchOptions, room: Room): Promise<Fetched> {
  const fetch: Fetch = { options, room, hops: [], trip: null, status: null, retryAt: null };
  try {
    const first = readAddress(address, room.rules);
    const fetched = await travel(first, fetch);
    room.turnstile.remember(first.host, false);
    return fetched;
  } catch (error) {
    if (!(error instanceof Refusal) || !isOurs(error.code)) throw error;
    if (error.code === "timed-out" && fetch.trip !== null) room.turnstile.remember(fetch.trip.host, true);
    const { hops, status, retryAt } = fetch;
    const phase = fetch.trip?.phase ?? "vetting";
    return { became: "failed", code: error.code, says: error.says, phase, hops, status, retryAt };
  }
}

const isOurs = (code: string): code is OutboundCode => Object.hasOwn(refusals, code);

async function travel(first: Target, fetch: Fetch): Promise<Fetched> {
  const { room, options } = fetch;
  let leave = await room.turnstile.enter(first.host);
  // Time spent in our own queue is not held against the other side.
  const { trip, end } = beginTrip(first.host, room.rules.limits, options.signal);
  fetch.trip = trip;
  let target = first;
  try {
    for (;;) {
      const next = await ask(target, trip, fetch);
      if (!("host" in next)) return next;
      leave();
      leave = await room.turnstile.enter(next.host);
      target = next;
    }
  } finally {
    end();
    leave();
  }
}

async function ask(target: Target, trip: Trip, fetch: Fetch): Promise<Fetched | Target> {
  const { rules, network, clock } = fetch.room;
  Object.assign(trip, { host: target.host, phase: "vetting" });
  const socket = await reach(target, trip, { network, rules });
  const answer = await exchange(socket, target, trip, requestHeaders(target, fetch.options, rules));
  try {
    fetch.hops.push({ address: target.url.href, status: answer.status });
    fetch.status = answer.status;
    fetch.retryAt = readRetryAfter(answer.headers["retry-after"], clock.now());
    return await judge(answer, target, trip, fetch);
  } finally {
    await answer.close();
  }
}

async function judge(answer: Answer, target: Target, trip: Trip, fetch: Fetch): Promise<Fetched | Target> {
  const { rules } = fetch.room;
  const { hops, options } = fetch;
  const { headers, status } = answer;
  const next = redirectTarget(answer, target, { asked: hops.length, rules });
  if (next !== null) return next;
  const isConditional = Boolean(options.etag) || Boolean(options.lastModified);
  if (status === 304 && isConditional) return { became: "unchanged", headers, hops };
  const refused = refusedStatus(status, showHost(target.host), fetch.retryAt !== null);
  if (refused !== null) throw refused;
  const { bytes, complete } = await readPage(answer, { most: rules.most[options.kind ?? "page"], trip });
  return { became: "fetched", status, headers, bytes, address: target.url.href, hops, complete };
}
