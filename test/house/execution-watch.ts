import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, type Browser, type Page } from "playwright-core";

/** What ran in a page, by the way it was seen: a dialog, the console, a request to the canary, the exposed binding, a move elsewhere. */
export type Execution = {
  readonly by: "dialog" | "console" | "canary" | "binding" | "moved" | "address";
  readonly what: string;
};

export type ExecutionWatch = {
  /** Serves the HTML on loopback, opens it, touches everything in it, and hands over all that ran. */
  executionsIn(html: string): Promise<readonly Execution[]>;
  close(): Promise<void>;
};

/** One of each way to run, to be put beside what is tested: a watch that does not see these sees nothing. */
export const controls = `<img src="/missing" onerror="alert('control')"><script>console.log("control");canary("control");fetch("/canary?control")</script><a href="javascript:control">x</a>`;
export const controlsSeen = ["address", "binding", "canary", "console", "dialog"];

/** A real Chromium that reaches nothing but our own loopback server. */
export async function watchExecutions(executablePath: string): Promise<ExecutionWatch> {
  const executions: Execution[] = [];
  let page = "";
  const server = createServer((request, response) => {
    const address = request.url ?? "/";
    if (address.startsWith("/canary")) executions.push({ by: "canary", what: address });
    response.writeHead(address === "/page" ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
    response.end(address === "/page" ? page : "");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  // A TCP server that listens has an address with a port.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({ executablePath, args: flags });
  return {
    async executionsIn(html) {
      page = html;
      executions.length = 0;
      await openAndTouch(browser, origin, executions);
      return [...executions];
    },
    async close() {
      await browser.close();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

async function openAndTouch(browser: Browser, origin: string, executions: Execution[]) {
  const context = await browser.newContext();
  await context.route(
    (url) => url.origin !== origin,
    (route) => route.abort(),
  );
  const page = await context.newPage();
  await watch(page, origin, executions);
  await page.goto(`${origin}/page`, { waitUntil: "load" });
  const dangerous = await page.evaluate(touchEverything);
  for (const what of dangerous) executions.push({ by: "address", what });
  await page.waitForTimeout(300);
  await context.close();
}

async function watch(page: Page, origin: string, executions: Execution[]) {
  page.on("dialog", (dialog) => {
    executions.push({ by: "dialog", what: dialog.message() });
    dialog.dismiss().catch(() => undefined);
  });
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning")
      executions.push({ by: "console", what: message.text() });
  });
  page.on("framenavigated", (frame) => {
    if (frame.url() !== `${origin}/page` && frame.url() !== "about:blank")
      executions.push({ by: "moved", what: frame.url() });
  });
  await page.exposeFunction("canary", (what: string) => {
    executions.push({ by: "binding", what: String(what) });
  });
}

// Runs in the page: moves over, focuses and clicks everything; links are not followed but named where they would run.
function touchEverything(): string[] {
  document.addEventListener("click", (event) => event.preventDefault(), { capture: true });
  const dangerous: string[] = [];
  for (const element of document.querySelectorAll("body *")) {
    for (const name of [
      "mouseover",
      "mouseenter",
      "pointerenter",
      "focus",
      "wheel",
      "toggle",
      "animationstart",
    ])
      element.dispatchEvent(new Event(name, { bubbles: true }));
    if (element instanceof HTMLElement) element.click();
    for (const { name, value } of element.attributes) {
      const isAddress = /^(?:href|src|action|formaction|data|poster|background|xlink:href|srcset)$/i.test(
        name,
      );
      const protocol = isAddress ? URL.parse(value, document.baseURI)?.protocol : undefined;
      if (protocol && !["http:", "https:", "mailto:", "tel:"].includes(protocol)) dangerous.push(value);
    }
  }
  return dangerous;
}
