import { refusalsOf } from "../base/refusal.ts";

export const refusals = {
  "setting-unreadable": {
    status: 400,
    says: "The setting {name} cannot be used: {value} does not do, {why}.",
  },
  "command-unknown": {
    status: 400,
    says: "There is no command {name}; offstone --help lists them.",
  },
  "command-misspelt": {
    status: 400,
    says: "The command is not given right ({why}); offstone {name} --help shows how it is used.",
  },
  "file-unreadable": {
    status: 400,
    says: "The file {file} cannot be read: {why}.",
  },
  "file-too-large": {
    status: 413,
    says: "The file {file} is larger than {most} MB; no story is, so it was not read.",
  },
  "disk-full": {
    status: 507,
    says: "The disk is full, so nothing was changed; free some space, then give the command again.",
  },
  "place-unusable": {
    status: 400,
    says: "The place {place} cannot be used: {why}; name another, or have it mended.",
  },
  "newsroom-gone": {
    status: 503,
    says: "The running newsroom ended before it had answered; see its log, then give the command again.",
  },
  "agreement-unknown": {
    status: 400,
    says: "There is no agreement called {name}; choose one of {known}.",
  },
  "address-not-served": {
    status: 400,
    says: "The address {address} could not be fetched: {why}.",
  },
  "folder-not-empty": {
    status: 409,
    says: "The folder {folder} is not empty; give a folder that is empty or does not exist yet.",
  },
  "backup-not-whole": {
    status: 422,
    says: "The folder {folder} is not a whole backup: {why}.",
  },
  "backup-by-postgres": {
    status: 409,
    says: "The stories lie in PostgreSQL; back them up with pg_dump, and the folder {folder} with your usual file backup.",
  },
  "restore-by-postgres": {
    status: 409,
    says: "The stories lie in PostgreSQL; bring them back with pg_restore, then put the pictures folder in place.",
  },
  "newsroom-running": {
    status: 409,
    says: "A newsroom is running on {folder}; stop it first.",
  },
  "source-refused": {
    status: 422,
    says: "The address {address} cannot be polled: {why}.",
  },
  "copy-not-checked": {
    status: 422,
    says: "The copy cannot be checked, since it cannot be read: {why}.",
  },
  "source-unknown": {
    status: 404,
    says: "There is no source {name}; offstone source list shows them.",
  },
  "person-unknown": {
    status: 404,
    says: "There is nobody called {name} here; offstone staff list shows the accounts.",
  },
  "story-unknown": {
    status: 404,
    says: "There is no story {name}; give its id or its address.",
  },
} as const;

export const refuse = refusalsOf(refusals);
