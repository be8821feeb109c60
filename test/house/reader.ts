import type { Browser, BrowserContextOptions, Page } from "playwright-core";

export type Reader = AsyncDisposable & {
  readonly page: Page;
  /** Every address the page asked for that is not the paper's own. */
  readonly elsewhere: readonly string[];
};

/** A reader at a page of the paper, by default in a browser that runs no script. Requests that leave the paper are named and cut. */
export async function openReader(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Reader> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const elsewhere: string[] = [];
  await context.route(
    (url) => url.origin !== origin && url.protocol.startsWith("http"),
    async (route) => {
      elsewhere.push(route.request().url());
      await route.abort();
    },
  );
  return {
    page: await context.newPage(),
    elsewhere,
    [Symbol.asyncDispose]: () => context.close(),
  };
}

/** The words a reader sees in a part of the page, blanks folded. */
export const wordsIn = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).allInnerTexts()).join(" ").replace(/\s+/gu, " ").trim();
