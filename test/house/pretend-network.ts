import { connect } from "node:net";
import type { Network } from "../../src/outbound/network.ts";

type Answers = readonly string[] | (() => readonly string[] | Promise<readonly string[]>);

/**
 * A public internet that ends on loopback (CASES 3.0 H2): names answer a public address, and dialling it reaches the
 * server given for its port. The policy under test runs unchanged, and what it looked up and dialled is counted.
 */
export type PretendNetwork = Network & {
  readonly names: Map<string, Answers>;
  readonly lookups: string[];
  readonly dials: { readonly ip: string; readonly port: number }[];
};

export const publicIp = "93.184.216.34";

export function pretendNetwork(ports: Readonly<Record<number, number>>): PretendNetwork {
  const names = new Map<string, Answers>();
  const lookups: string[] = [];
  const dials: { ip: string; port: number }[] = [];
  return {
    names,
    lookups,
    dials,
    async lookup(name) {
      lookups.push(name);
      const answers = names.get(name) ?? [publicIp];
      return typeof answers === "function" ? answers() : answers;
    },
    dial({ ip, port }) {
      dials.push({ ip, port });
      // A port nobody serves: 1 is refused at once on loopback.
      return connect({ host: "127.0.0.1", port: ports[port] ?? 1 });
    },
  };
}
