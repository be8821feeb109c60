import { systemClock } from "../../src/base/clock.ts";
import { outboundBy, type Outbound } from "../../src/outbound/client.ts";
import type { Fetched } from "../../src/outbound/fetched.ts";
import { usualRules, type OutboundRules } from "../../src/outbound/rules.ts";
import { openFaultServer, type FaultServer, type Script } from "./fault-server.ts";
import { pretendNetwork, type PretendNetwork } from "./pretend-network.ts";

export type OutboundHouse = AsyncDisposable & {
  readonly outbound: Outbound;
  readonly server: FaultServer;
  readonly network: PretendNetwork;
};

/** The guarded client over a pretend network with one fault server behind port 80: `await using` closes it. */
export async function outboundHouse(
  scripts: Readonly<Record<string, Script>> = {},
  rules: Partial<OutboundRules> = {},
): Promise<OutboundHouse> {
  const server = await openFaultServer();
  for (const [path, script] of Object.entries(scripts)) server.scripts.set(path, script);
  const network = pretendNetwork({ 80: server.port });
  const outbound = outboundBy({ ...network, clock: systemClock, rules: { ...usualRules, ...rules } });
  return { outbound, server, network, [Symbol.asyncDispose]: () => server.close() };
}

/** The code of a failure, or what became of the fetch. */
export const codeOf = (fetched: Fetched): string =>
  fetched.became === "failed" ? fetched.code : fetched.became;
