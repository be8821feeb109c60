import { refuse, type OutboundCode } from "./refusals.ts";

/** The refusal a status means, null for one that brings a whole body. `waits`: the answer says when to come back. */
export function refusedStatus(status: number, host: string, waits: boolean) {
  const code = codeOf(status, waits);
  return code === null ? null : refuse(code, { detail: { host, status } });
}

function codeOf(status: number, waits: boolean): OutboundCode | null {
  if (status === 429 || (status === 503 && waits)) return "asked-to-wait";
  if (status >= 500) return "server-failing";
  if (status === 410) return "page-gone";
  if (status === 404) return "answer-not-found";
  if ([401, 403, 407, 451].includes(status)) return "page-forbidden";
  if (status >= 400) return "page-refused";
  if (status === 304) return "answer-unasked";
  if (status === 206) return "answer-partial";
  if (status === 204 || status === 205) return "answer-empty";
  return status >= 200 && status < 300 ? null : "answer-malformed";
}
