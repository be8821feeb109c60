import { once } from "node:events";
import { isIP, type Socket } from "node:net";
import { connect as beginTls, rootCertificates, type TLSSocket } from "node:tls";
import { Refusal } from "../base/refusal.ts";
import { findClosure } from "./find-closure.ts";
import type { Network } from "./network.ts";
import { showHost, type Target } from "./read-address.ts";
import { refuse } from "./refusals.ts";
import type { OutboundRules } from "./rules.ts";
import { brokenOff, during, reasonOf, type Trip } from "./trip.ts";

type Way = { readonly network: Network; readonly rules: Pick<OutboundRules, "trusts"> };

// More addresses than this of one name are not tried: they would only use up the time.
const mostAddresses = 4;

/**
 * A connection to a vetted target: one look-up, the vetted address itself is dialled, and TLS names the host.
 * Throws a refusal that says which of the three went wrong.
 */
export async function reach(target: Target, trip: Trip, { network, rules }: Way): Promise<Socket> {
  const found = await during(trip, "lookup", () => addressesOf(target.host, network));
  const open = found.filter((ip) => findClosure(ip) === null);
  if (open.length === 0) throw closed(target.host, found);
  const socket = await during(trip, "connect", (signal) =>
    firstThatAnswers({ open, target, network, trip, signal }),
  );
  return target.safe ? encrypt(socket, { target, trip, trusts: rules.trusts }) : socket;
}

async function addressesOf(host: string, network: Network): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host];
  try {
    return await network.lookup(host);
  } catch (cause) {
    const unknown = ["ENOTFOUND", "ENODATA"].includes(codeOf(cause));
    throw refuse(unknown ? "name-unknown" : "name-lookup-failed", {
      detail: { host: showHost(host) },
      cause,
    });
  }
}

function closed(host: string, found: readonly string[]) {
  const [first] = found;
  if (first === undefined) return refuse("name-unknown", { detail: { host: showHost(host) } });
  return refuse("address-not-allowed", {
    detail: { host: showHost(host), why: findClosure(first) ?? "closed" },
  });
}

type Attempt = {
  readonly open: readonly string[];
  readonly target: Target;
  readonly network: Network;
  readonly trip: Trip;
  readonly signal: AbortSignal;
};

// IPv4 first: where both are offered it is the one that works on a machine without a way out over IPv6.
async function firstThatAnswers({ open, target, network, trip, signal }: Attempt): Promise<Socket> {
  const order = open.toSorted((one, other) => isIP(one) - isIP(other)).slice(0, mostAddresses);
  let cause: unknown;
  for (const ip of order) {
    if (signal.aborted) throw reasonOf(signal);
    const socket = network.dial({ ip, port: target.port });
    try {
      await settled(socket, "connect", signal);
      return socket;
    } catch (error) {
      cause = error;
    }
  }
  if (signal.aborted) throw reasonOf(signal);
  if (codeOf(cause) !== "ECONNREFUSED") throw brokenOff(trip, cause);
  throw refuse("connection-refused", { detail: { host: showHost(target.host) }, cause });
}

type Encrypting = { readonly target: Target; readonly trip: Trip; readonly trusts: string | null };

async function encrypt(plain: Socket, { target, trip, trusts }: Encrypting): Promise<TLSSocket> {
  const { host } = target;
  const socket = beginTls({
    socket: plain,
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(trusts === null ? {} : { ca: [...rootCertificates, trusts] }),
    ALPNProtocols: ["http/1.1"],
    minVersion: "TLSv1.2",
    // Judged four lines below, before a byte is sent: only so can the reason and the day it expired be said.
    rejectUnauthorized: false,
  });
  await during(trip, "tls", (signal) => settled(socket, "secureConnect", signal)).catch((cause: unknown) => {
    throw tlsFailure(trip, cause);
  });
  if (socket.authorized) return socket;
  const why = whyRefused(socket);
  socket.destroy();
  throw refuse("certificate-refused", { detail: { host: showHost(host), why } });
}

function tlsFailure(trip: Trip, cause: unknown): unknown {
  if (cause instanceof Refusal) return cause;
  if (["ECONNRESET", "EPIPE"].includes(codeOf(cause))) return brokenOff(trip, cause);
  return refuse("encryption-failed", { detail: { host: showHost(trip.host) }, cause });
}

function whyRefused(socket: TLSSocket): string {
  const code = String(socket.authorizationError);
  if (code === "CERT_HAS_EXPIRED")
    return `its certificate expired on ${socket.getPeerCertificate().valid_to}`;
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") return "its certificate is for another name";
  if (/SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/.test(code)) return "nobody we trust has signed its certificate";
  return `its certificate is not valid (${code})`;
}

/** Waits for an event of a socket; on failure or when told to stop the socket is gone. */
async function settled(
  socket: Socket,
  event: "connect" | "secureConnect",
  signal: AbortSignal,
): Promise<void> {
  try {
    await once(socket, event, { signal });
  } catch (error) {
    socket.on("error", () => undefined).destroy();
    throw signal.aborted ? reasonOf(signal) : error;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";
