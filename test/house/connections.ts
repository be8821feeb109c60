import { Socket, type SocketConnectOpts } from "node:net";

/**
 * Loaded into every test run (`node --import`): a connection that leaves this machine fails the test that opened it.
 * Databases, browsers and fault servers are on loopback or a local socket; everything else is a hole in the way out
 * (CASES NET-06).
 */
const original = Socket.prototype.connect;
// The real function has a dozen shapes; all of them arrive here as one list.
Socket.prototype.connect = function connect(this: Socket, ...given: unknown[]): Socket {
  const goal = goalOf(given);
  if (goal !== null && !/^(localhost|127\.|::1$)/.test(goal))
    throw Object.assign(new Error(`A test opened a connection to ${goal}, which is not on this machine.`), {
      code: "LEFT_THE_MACHINE",
    });
  // Handed on untouched.
  return Reflect.apply(original, this, given) as Socket;
} as typeof original;

function goalOf(given: readonly unknown[]): string | null {
  const [first, second] = given.flat() as readonly (SocketConnectOpts | number | string | undefined)[];
  if (typeof first === "object")
    return "path" in first && typeof first.path === "string" ? null : hostOf(first);
  if (typeof first === "string" && Number.isNaN(Number(first))) return null;
  return typeof second === "string" ? second : "localhost";
}

const hostOf = (options: SocketConnectOpts): string =>
  "host" in options ? (options.host ?? "localhost") : "localhost";
