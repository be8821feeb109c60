import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { findProgram } from "./run.ts";

/** What keeps a headless Chromium offline, also as root. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const chromiumPath = (): string => {
  const path =
    process.env["OFFSTONE_CHROMIUM"] ?? findProgram("chromium", "chromium-browser", "google-chrome");
  if (path === undefined)
    throw new Error("There is no Chromium: run npm test as root once, or install the package chromium.");
  return path;
};

/** A fresh browser; the caller closes it. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags, headless: true });

export const freshProfile = (): string => mkdtempSync(join(tmpdir(), "offstone-profile-"));
