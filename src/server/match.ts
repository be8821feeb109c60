import { Hono, type Context } from "hono";
import { Refusal } from "../base/refusal.ts";
import type { Page, Site } from "../site/page.ts";
import { refuse as refuseSite } from "../site/refusals.ts";
import { admit, knownQuery } from "./admit.ts";
import { codingFor, isUnchanged } from "./coding.ts";
import { packPage, type KeptPage, type Rendered } from "./kept-page.ts";
import type { Log } from "./log.ts";
import type { PageCache } from "./page-cache.ts";
import { refuse } from "./refusals.ts";
import { refusedBy, renderMoved, renderPage, renderRefused, type DrawRefusal } from "./render-page.ts";
import { headersOf } from "./send.ts";

/** A file that ships with the site, kept by its path. */
export type Asset = { readonly type: string; readonly bytes: Uint8Array };

export type AnswerRoom = {
  /** What pages load with, as it is now. */
  readonly site: () => Promise<Site>;
  readonly origin: string;
  readonly pages: readonly Page<unknown>[];
  readonly assets: () => Promise<ReadonlyMap<string, Asset>>;
  readonly cache: PageCache;
  readonly log: Log;
  readonly drawRefusal: DrawRefusal;
  /** A rendition by its public path; undefined where there is none. */
  readonly findRendition: (path: string) => Promise<{ type: string; bytes: Uint8Array } | undefined>;
  readonly isReady: (what: "read" | "write") => Promise<boolean>;
};

export type Answer = (request: Request) => Promise<Response>;

/**
 * match → admit → load → render → send, without a port. Every address of the newsroom is in here; the door (listen.ts)
 * only answers sooner what lies in the page cache.
 */
export function createAnswer(room: AnswerRoom): Answer {
  const app = new Hono({ strict: true });
  app.get("/healthz", async () => probe(await room.isReady("read"), room));
  app.get("/readyz", async () => probe(await room.isReady("write"), room));
  app.get("/picture/:id/:file", async ({ req }) => rendition(req, room));
  for (const page of room.pages.toSorted(bySpecificity))
    app.get(routeOf(page.path), async (context) => answerPage(page, context, room));
  app.get("*", async ({ req }) => asset(req, room));
  app.onError(async (cause, { req }) => failed(cause, req.raw, room));
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const away = await turnAway(request.method, pathname + search, room);
    return away ?? app.fetch(request);
  };
}

/** The reply to what may not come in, or goes elsewhere; null for what may come in. `target` is the raw path and query. */
export async function turnAway(method: string, target: string, room: AnswerRoom): Promise<Response | null> {
  const admitted = admit(method, target);
  if ("path" in admitted) return null;
  if ("moved" in admitted) return replyOnce(renderMoved(admitted.moved, room.origin));
  return refused("refused" in admitted ? admitted.refused : refuseSite("page-not-found"), room);
}

/** Any error as a reply: a refusal says its sentence; a fault is logged, and its number shown. */
export async function failed(cause: unknown, request: Request, room: AnswerRoom): Promise<Response> {
  if (cause instanceof Refusal) return refused(cause, room);
  const fault = room.log.fault("page.failed", cause, { address: new URL(request.url).pathname });
  const away = !(await room.isReady("read"));
  return refused(refuse(away ? "cannot-serve-now" : "something-failed"), room, fault);
}

async function answerPage(page: Page<unknown>, context: Context, room: AnswerRoom): Promise<Response> {
  const { pathname, search } = new URL(context.req.url);
  const query = knownQuery(search.slice(1), page.query);
  const key = query === "" ? pathname : `${pathname}?${query}`;
  const ask = { params: paramsOf(page.path, context.req.param()), query: new URLSearchParams(query) };
  const render = async () =>
    renderPage(page, ask, { site: await room.site(), drawRefusal: room.drawRefusal });
  if (!page.cached) return replyOnce(await render());
  return reply(key, await room.cache.read(key, render), { request: context.req.raw, room });
}

async function asset({ path, raw }: Context["req"], room: AnswerRoom): Promise<Response> {
  const found = (await room.assets()).get(path);
  if (found === undefined) throw refuseSite("page-not-found");
  const rendered = async (): Promise<Rendered> => ({
    status: 200,
    headers: headersOf("asset", { type: found.type, origin: room.origin }),
    body: found.bytes,
    tags: ["assets"],
    keep: "until-changed",
  });
  return reply(path, await room.cache.read(path, rendered), { request: raw, room });
}

async function rendition({ path, raw }: Context["req"], room: AnswerRoom): Promise<Response> {
  const found = await room.findRendition(path);
  if (found === undefined) throw refuseSite("page-not-found");
  const headers = headersOf("picture", { type: found.type, origin: room.origin });
  const rendered: Rendered = { status: 200, headers, body: found.bytes, tags: [], keep: "not" };
  return reply(path, await packPage(rendered, 0), { request: raw, room });
}

function reply(
  key: string,
  page: KeptPage,
  { request, room }: { request: Request; room: AnswerRoom },
): Response {
  const coded = room.cache.coded(key, page, codingFor(request.headers.get("accept-encoding") ?? undefined));
  const asked = request.headers.get("if-none-match") ?? undefined;
  if (page.status === 200 && isUnchanged(asked, page.plain.etag))
    return new Response(null, { status: 304, headers: pairs(coded.unchanged) });
  return new Response(new Uint8Array(coded.bytes), { status: page.status, headers: pairs(coded.head) });
}

async function refused(refusal: Refusal, room: AnswerRoom, fault: string | null = null): Promise<Response> {
  const { drawRefusal } = room;
  return replyOnce(renderRefused(refusedBy(refusal, fault), { site: await room.site(), drawRefusal }));
}

const replyOnce = ({ body, headers, status }: Rendered) =>
  new Response(new Uint8Array(body), {
    status,
    headers: [
      ...headers.map(([name, value]): [string, string] => [name, value]),
      ["Content-Length", String(body.length)],
    ],
  });

function probe(isReady: boolean, { origin }: AnswerRoom): Response {
  return replyOnce({
    status: isReady ? 200 : 503,
    headers: headersOf("notice", { type: "application/json; charset=utf-8", origin }),
    body: Buffer.from(`${JSON.stringify({ ready: isReady })}\n`),
    tags: [],
    keep: "not",
  });
}

const pairs = (flat: readonly string[]): [string, string][] =>
  flat.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, flat[at + 1] ?? ""]] : []));

// The router takes a parameter as a whole word only: one inside a word ("/sitemap-:part.xml") is given to it as a
// whole word of that form, and what stands around it is cut off again.
const insideWord = /(?<before>[^/:]*):(?<name>\w+)(?<after>[^/:]*)/g;

const routeOf = (path: string) =>
  path.replace(insideWord, (word, before: string, name: string, rest: string) =>
    before + rest === "" ? word : `:${name}{${before}.+${rest.replaceAll(".", "\\.")}}`,
  );

function paramsOf(path: string, words: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const params = { ...words };
  for (const { groups } of path.matchAll(insideWord)) {
    const { before = "", name = "", after = "" } = groups ?? {};
    const word = params[name];
    if (word !== undefined) params[name] = word.slice(before.length, word.length - after.length);
  }
  return params;
}

// A fixed word comes before one with a parameter in it, that before a name that may be anything: /search before /:section.
const bySpecificity = (one: Page<unknown>, other: Page<unknown>) =>
  rank(one.path) < rank(other.path) ? -1 : 1;
const rank = (path: string) =>
  path.replace(/[^/]+/g, (part) => (part.startsWith(":") ? "2" : part.includes(":") ? "1" : `0${part}`));
