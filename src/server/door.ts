import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { seconds } from "../base/clock.ts";
import { codingFor, isUnchanged } from "./coding.ts";
import { answerBroken } from "./broken-request.ts";
import { failed, turnAway, type Answer, type AnswerRoom } from "./match.ts";
import { headersOf } from "./send.ts";
import { watchSlowReaders } from "./slow-readers.ts";

/**
 * The raw door: what lies in the page cache is answered from memory before anything else looks at the request; the rest
 * is judged by its raw target and handed to the app. Time limits are those of LOD-03 (Node's own are too lax).
 */
export function createDoor(room: AnswerRoom, answer: Answer): Server {
  const toApp = getRequestListener(answer, {
    overrideGlobalObjects: false,
    hostname: "localhost",
    errorHandler: async (cause) => failed(cause, new Request("http://localhost/"), room),
  });
  const server = createServer(limits);
  const slow = watchSlowReaders(server);
  server.on("request", (request, response) => {
    if (!hasHost(request)) refuseHost(response, room.origin);
    else if (!answerFromMemory(request, response, room)) void answerByApp(request, response, { room, toApp });
    slow.look(response);
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket) =>
    answerBroken(error, socket, room.origin),
  );
  server.maxHeadersCount = 100;
  return server;
}

const limits = {
  headersTimeout: seconds(15),
  requestTimeout: seconds(30),
  keepAliveTimeout: seconds(20),
  connectionsCheckingInterval: seconds(3),
  maxHeaderSize: 16 * 1024,
  noDelay: true,
  requireHostHeader: false, // judged below, so that the refusal carries the headers of every reply
};

const hasHost = (request: IncomingMessage) =>
  request.httpVersion !== "1.1" || Boolean(headerOf(request, "host"));

function refuseHost(response: ServerResponse, origin: string): void {
  response.shouldKeepAlive = false;
  response.writeHead(400, headersOf("notice", { type: "text/plain; charset=utf-8", origin }).flat());
  response.end("A request must name the host it is for.\n");
}

function answerFromMemory(
  request: IncomingMessage,
  response: ServerResponse,
  { cache }: AnswerRoom,
): boolean {
  const { method, url } = request;
  if (url === undefined || (method !== "GET" && method !== "HEAD")) return false;
  const page = cache.hit(url);
  if (page === undefined) return false;
  const coded = cache.coded(url, page, codingFor(headerOf(request, "accept-encoding")));
  const isSame = page.status === 200 && isUnchanged(headerOf(request, "if-none-match"), page.plain.etag);
  response.writeHead(isSame ? 304 : page.status, isSame ? coded.unchanged : coded.head);
  if (isSame || method === "HEAD") response.end();
  else response.end(coded.bytes);
  return true;
}

// Read from the raw list: taking all headers into an object costs a twentieth of such a reply.
function headerOf({ rawHeaders }: IncomingMessage, name: string): string | undefined {
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const here = rawHeaders[at];
    if (here?.length === name.length && here.toLowerCase() === name) return rawHeaders[at + 1];
  }
  return undefined;
}

async function answerByApp(
  request: IncomingMessage,
  response: ServerResponse,
  { room, toApp }: { room: AnswerRoom; toApp: ToApp },
): Promise<void> {
  try {
    const away = await turnAway(request.method ?? "", request.url ?? "", room);
    if (away === null) await toApp(request, response);
    else await write(away, request, response);
  } catch (cause) {
    lastResort(response, { fault: room.log.fault("reply.failed", cause), origin: room.origin });
  }
}

type ToApp = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

async function write(reply: Response, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = Buffer.from(await reply.arrayBuffer());
  response.writeHead(reply.status, [...reply.headers].flat());
  response.end(request.method === "HEAD" ? undefined : bytes);
}

// Even the page that says sorry could not be drawn.
function lastResort(response: ServerResponse, { fault, origin }: { fault: string; origin: string }): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const headers = headersOf("notice", { type: "text/plain; charset=utf-8", origin });
  response.writeHead(500, headers.flat());
  response.end(`Something failed on our side; if you tell us about it, give the number ${fault}.\n`);
}
