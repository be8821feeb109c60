#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

// What was compiled once is not compiled again: half of the time to the first page.
const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
enableCompileCache(process.env["NODE_COMPILE_CACHE"] ?? join(cache, "offstone"));

const { runCommandLine } = await import("./cli/main.ts");
const { stdin, stdout, stderr, env } = process;
process.exitCode = await runCommandLine(process.argv.slice(2), { stdin, stdout, stderr, env });
