import { spawn } from "node:child_process";
import lighthouse from "lighthouse";
import { chromiumFlags, chromiumPath, freshProfile } from "../test/house/chromium.ts";

/** Scores 0–100 of the four categories, LCP in ms, layout shift, by Lighthouse's mobile profile. */
export type Verdict = {
  readonly scores: Readonly<Record<string, number>>;
  readonly lcp: number;
  readonly cls: number;
  readonly failed: readonly string[];
};

/** Judges each address in turn in one fresh Chromium. */
export async function judge(addresses: readonly string[], debugPort: number): Promise<readonly Verdict[]> {
  const args = [
    ...chromiumFlags,
    "--headless=new",
    `--remote-debugging-port=${debugPort}`,
    `--user-data-dir=${freshProfile()}`,
    "about:blank",
  ];
  const browser = spawn(chromiumPath(), args, { stdio: "ignore" });
  try {
    await until(`http://127.0.0.1:${debugPort}/json/version`);
    const verdicts: Verdict[] = [];
    for (const address of addresses) verdicts.push(await verdictOn(address, debugPort));
    return verdicts;
  } finally {
    browser.kill("SIGKILL");
  }
}

async function verdictOn(address: string, port: number): Promise<Verdict> {
  const onlyCategories = ["performance", "accessibility", "best-practices", "seo"];
  const answer = await lighthouse(address, { port, output: "json", logLevel: "error", onlyCategories });
  if (!answer) throw new Error(`Lighthouse said nothing about ${address}.`);
  const { categories, audits } = answer.lhr;
  return {
    scores: Object.fromEntries(
      Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
    ),
    lcp: audits["largest-contentful-paint"]?.numericValue ?? NaN,
    cls: audits["cumulative-layout-shift"]?.numericValue ?? NaN,
    failed: Object.values(audits)
      .filter(
        ({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== "informative",
      )
      .map(({ id }) => id),
  };
}

async function until(address: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (
      await fetch(address).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("Chromium did not open its debugging port.");
}
