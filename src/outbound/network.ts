import { Resolver } from "node:dns/promises";
import { connect, type Socket } from "node:net";

/**
 * The two things a fetch needs of the world. Tests hand in a network of their own, so that the whole policy runs
 * unchanged and no packet leaves.
 */
export type Network = {
  /** Every IP address of a name. Rejects with `code` ENOTFOUND or ENODATA where nobody knows the name. */
  readonly lookup: (name: string) => Promise<readonly string[]>;
  /** Starts a TCP connection to exactly this address: it never resolves anything. */
  readonly dial: (to: { readonly ip: string; readonly port: number }) => Socket;
};

/**
 * The real one. It asks the name servers itself: the system's own look-up would occupy one of the four threads that
 * also unpack and read files, and a resolver that hangs would stop them all (CASES NET-17).
 */
export const systemNetwork: Network = {
  async lookup(name) {
    const resolver = new Resolver({ timeout: 2000, tries: 2 });
    const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    if (four.status === "rejected" && six.status === "rejected") throw four.reason;
    return [four, six].flatMap((each) => (each.status === "fulfilled" ? each.value : []));
  },
  dial: ({ ip, port }) => connect({ host: ip, port, autoSelectFamily: false }),
};
