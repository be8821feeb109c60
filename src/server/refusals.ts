import { refusalsOf } from "../base/refusal.ts";

export const refusals = {
  "target-unreadable": {
    status: 400,
    says: "This address is not written as a web address can be; check it for stray signs.",
  },
  "address-too-long": {
    status: 414,
    says: "This address is longer than any page of ours; check it, or search for the story.",
  },
  "method-not-allowed": {
    status: 405,
    says: "This address can only be read (GET or HEAD).",
  },
  "cannot-serve-now": {
    status: 503,
    says: "The newsroom cannot reach its store right now; please try again in a few seconds.",
  },
  "something-failed": {
    status: 500,
    says: "Something failed on our side, and it is in our log.",
  },
  "port-taken": {
    status: 500,
    says: "Port {port} on {host} is taken by another program; stop it, or choose another with PORT.",
  },
  "port-withheld": {
    status: 500,
    says: "This account may not listen on port {port} of {host}; choose a port above 1023 with PORT.",
  },
  "host-not-ours": {
    status: 500,
    says: "The address {host} is not one of this machine; set HOST to one that is, such as 127.0.0.1.",
  },
  "partner-needed": {
    status: 400,
    says: "The copy does not say whose it is; name the partner with --partner NAME.",
  },
  "agreement-stands": {
    status: 409,
    says: "The partner {partner} has an agreement already ({preset}); --agreement counts only for a partner without one.",
  },
} as const;

export const refuse = refusalsOf(refusals);
