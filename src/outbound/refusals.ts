import { refusalsOf } from "../base/refusal.ts";

/** Why a fetch came to nothing. These travel as values (`became: "failed"`), never as exceptions out of `fetchPage`. */
export const refusals = {
  "address-not-web": {
    status: 422,
    says: "What was given (“{address}”) is not a web address; write it as https://name/path.",
  },
  "address-with-password": {
    status: 422,
    says: "The address holds a name or password before the @; give credentials in the settings of the source instead.",
  },
  "scheme-not-allowed": {
    status: 422,
    says: "Offstone fetches over http and https only, not {scheme}; give the web address instead.",
  },
  "port-closed": {
    status: 422,
    says: "Port {port} is not one Offstone may connect to; use 80 or 443, or let the operator add the port.",
  },
  "address-not-allowed": {
    status: 422,
    says: "The address {host} is not on the public internet ({why}), so Offstone does not connect to it; give a public address.",
  },
  "address-is-ours": {
    status: 422,
    says: "The address {host} is this newsroom itself, and copy would go round in a circle; give the partner's address.",
  },
  "name-unknown": { status: 502, says: "Nobody knows the name {host}; check the spelling of the address." },
  "name-lookup-failed": {
    status: 502,
    says: "The look-up of the name {host} failed; it will be tried again.",
  },
  "connection-refused": {
    status: 502,
    says: "The server {host} does not take connections while connecting; its server may be down and will be tried again.",
  },
  "connection-broken": {
    status: 502,
    says: "The server {host} broke the connection while {phase}; it will be tried again.",
  },
  "certificate-refused": {
    status: 502,
    says: "The server {host} cannot prove who it is: {why}; ask the partner to renew or mend its certificate.",
  },
  "encryption-failed": {
    status: 502,
    says: "No safe connection with {host} could be agreed (TLS 1.2 or newer is needed); ask the partner to update its server.",
  },
  "timed-out": {
    status: 504,
    says: "The server {host} took longer than {seconds} seconds while {phase}; it will be tried again.",
  },
  stopped: { status: 503, says: "The fetch was stopped before it ended." },
  "redirects-too-many": {
    status: 502,
    says: "The server {host} redirected more than {most} times; give the address where the redirects end.",
  },
  "redirect-nowhere": {
    status: 502,
    says: "The server {host} redirects without saying where to; ask the partner for the right address.",
  },
  "redirect-downgraded": {
    status: 502,
    says: "The server {host} redirects from a safe connection to an open one, which Offstone does not follow; ask the partner for an https address.",
  },
  "answer-malformed": {
    status: 502,
    says: "The answer of {host} is not proper HTTP ({why}); ask the partner to look at its server.",
  },
  "answer-too-large": {
    status: 502,
    says: "The answer of {host} is larger than {most} MB; ask the partner for a smaller one.",
  },
  "answer-too-large-unpacked": {
    status: 502,
    says: "The answer of {host} is larger than {most} MB after unpacking; ask the partner for a smaller one.",
  },
  "coding-refused": {
    status: 502,
    says: "The answer of {host} is packed in a way Offstone does not unpack ({coding}); gzip, deflate, br or zstd, once, are read.",
  },
  "coding-broken": {
    status: 502,
    says: "The answer of {host} is damaged and cannot be unpacked; it will be tried again.",
  },
  "answer-empty": {
    status: 502,
    says: "The server {host} answered with nothing in it; it will be tried again.",
  },
  "answer-partial": {
    status: 502,
    says: "The server {host} sent a part where the whole was asked for; it will be tried again.",
  },
  "answer-unasked": {
    status: 502,
    says: "The server {host} said “not changed” although nothing was asked about a change; it will be tried again.",
  },
  "asked-to-wait": {
    status: 503,
    says: "The server {host} asks to be left alone for a while (status {status}).",
  },
  "page-gone": {
    status: 410,
    says: "The server {host} says that this address is gone for good; ask the partner for the new one.",
  },
  "answer-not-found": {
    status: 404,
    says: "The server {host} has nothing at this address; check it or ask the partner.",
  },
  "page-forbidden": {
    status: 403,
    says: "The server {host} does not let Offstone in (status {status}); ask the partner for access.",
  },
  "page-refused": {
    status: 502,
    says: "The server {host} refuses the request (status {status}); check the address or ask the partner.",
  },
  "server-failing": {
    status: 502,
    says: "The server {host} has a fault of its own (status {status}); it will be tried again.",
  },
} as const;

export const refuse = refusalsOf(refusals);
export type OutboundCode = keyof typeof refusals;
