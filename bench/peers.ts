import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A server under measurement, on core 0 alone. */
export type Peer = { readonly origin: string; readonly process: ChildProcess; stop(): Promise<void> };

/** nginx with one worker, serving one file of exactly these bytes. */
export async function startNginx(port: number, bytes: Uint8Array): Promise<Peer> {
  const root = mkdtempSync(join(tmpdir(), "offstone-nginx-"));
  mkdirSync(join(root, "pages"));
  writeFileSync(join(root, "pages/story.html"), bytes);
  writeFileSync(join(root, "nginx.conf"), nginxSettings(root, port));
  return start(
    ["nginx", "-c", join(root, "nginx.conf"), "-g", "daemon off;"],
    `http://127.0.0.1:${port}`,
    "/story.html",
  );
}

const nginxSettings = (root: string, port: number) => `
worker_processes 1; pid ${root}/nginx.pid; error_log ${root}/error.log; ${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 1024; }
http { access_log off; sendfile on; tcp_nopush on; open_file_cache max=100 inactive=60s; keepalive_requests 100000000;
  client_body_temp_path ${root}; proxy_temp_path ${root}; fastcgi_temp_path ${root}; uwsgi_temp_path ${root}; scgi_temp_path ${root};
  types { text/html html; } server { listen 127.0.0.1:${port}; root ${root}/pages; } }`;

/** A bare node:http server that answers everything with these bytes from memory. */
export async function startBare(port: number, bytes: Uint8Array): Promise<Peer> {
  const file = join(mkdtempSync(join(tmpdir(), "offstone-bare-")), "story.html");
  writeFileSync(file, bytes);
  return start(
    [process.execPath, join(import.meta.dirname, "bare-server.ts"), String(port), file],
    `http://127.0.0.1:${port}`,
    "/",
  );
}

/** A newsroom on a data folder. `probe` is the address that must answer before it counts as up. */
export async function startNewsroom(port: number, data: string, probe = "/healthz"): Promise<Peer> {
  const env = { ...process.env, PORT: String(port), OFFSTONE_DATA: data, DATABASE_URL: "", OFFSTONE_URL: "" };
  return start([process.execPath, mainFile, "start"], `http://127.0.0.1:${port}`, probe, env);
}

export const mainFile = join(import.meta.dirname, "../src/main.ts");

async function start(
  command: readonly string[],
  origin: string,
  probe: string,
  env = process.env,
): Promise<Peer> {
  const child = spawn("taskset", ["-c", "0", ...command], { env, stdio: "ignore" });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  await answers(`${origin}${probe}`, child);
  return {
    origin,
    process: child,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function answers(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 6000; tries++) {
    if (child.exitCode !== null) throw new Error(`${address} did not come up: exit ${child.exitCode}.`);
    const up = await fetch(address).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${address} did not come up in a minute.`);
}
