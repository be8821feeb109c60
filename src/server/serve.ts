import { once } from "node:events";
import type { Server } from "node:http";
import { seconds } from "../base/clock.ts";
import { createDoor } from "./door.ts";
import { startJobs } from "./job-loop.ts";
import type { Newsroom } from "./newsroom.ts";
import { refuse } from "./refusals.ts";

/** A newsroom with its door open. `stop` takes no new readers, lets those inside finish for at most ten seconds, then closes. */
export type Serving = { readonly port: number; stop(): Promise<void> };

const drainFor = seconds(10);

/** Opens the door and starts the clock's work. Refuses a port that cannot be had, in one sentence. */
export async function serve(
  newsroom: Newsroom,
  { host, port }: { host: string; port: number },
): Promise<Serving> {
  const server = createDoor(newsroom.room, newsroom.answer);
  await listening(server, { host, port });
  const unwatch = newsroom.turns.watch();
  const jobs = await startJobs(newsroom);
  newsroom.log.note("newsroom.opened", { host, port, origin: newsroom.origin });
  return {
    port,
    async stop() {
      newsroom.log.note("newsroom.closing");
      unwatch();
      await Promise.all([drained(server), jobs.stop()]);
      newsroom.log.note("newsroom.closed");
    },
  };
}

async function listening(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  server.listen({ host, port, backlog: 4096 });
  try {
    await once(server, "listening");
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : "";
    const detail = { host, port };
    if (code === "EADDRINUSE") throw refuse("port-taken", { detail, cause });
    if (code === "EACCES") throw refuse("port-withheld", { detail, cause });
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN")
      throw refuse("host-not-ours", { detail, cause });
    throw cause;
  }
}

// A reader between two requests would hold the door open until their connection times out.
async function drained(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const late = setTimeout(() => server.closeAllConnections(), drainFor);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
