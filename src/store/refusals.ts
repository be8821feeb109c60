import { refusalsOf } from "../base/refusal.ts";

export const refusals = {
  "store-in-use": {
    status: 503,
    says: "The data folder {folder} is in use by the process {pid} since {since}: stop that one, or give this command to it.",
  },
  "store-lost": {
    status: 503,
    says: "This newsroom was set up before, but its database is {finding} ({file}): put the database or a backup back with `offstone restore`, or choose another OFFSTONE_DATA for a new newsroom; nothing was changed.",
  },
  "store-foreign": {
    status: 503,
    says: "The database {file} does not belong to Offstone ({finding}): give it a database of its own; nothing was changed.",
  },
  "store-other-newsroom": {
    status: 503,
    says: "The data folder {folder} belongs to another newsroom than the database it was given: check OFFSTONE_DATA and DATABASE_URL; nothing was changed.",
  },
  "store-damaged": {
    status: 503,
    says: "The database is damaged ({finding}): stop the newsroom, keep a copy of {file} and bring back the last backup with `offstone restore`.",
  },
  "store-newer": {
    status: 503,
    says: "The database was last used by a newer Offstone (schema {theirs}, this one knows {ours}): start the newer version; nothing was changed.",
  },
  "store-migration-altered": {
    status: 503,
    says: "The migration {number} of this Offstone is not the one the database was made with: install the released version; nothing was changed.",
  },
  "store-engine-unsafe": {
    status: 503,
    says: "The embedded database cannot be trusted with copy ({finding}): use the runtime that Offstone brings with it (npm scripts find it first).",
  },
  "store-server-unsuitable": {
    status: 503,
    says: "The database server cannot hold the newsroom ({finding}): use one of version 15 or newer, with a database in UTF-8.",
  },
  "store-unreachable": {
    status: 503,
    says: "The database at {host} cannot be reached or refuses us ({finding}): check that it runs and that DATABASE_URL is right.",
  },
  "store-full": {
    status: 507,
    says: "The disk of the database is full, so this was not saved: free some space and try again; reading goes on.",
  },
  "store-stopped-writing": {
    status: 503,
    says: "The disk failed while saving, so nothing more is written until the newsroom is started again: check the disk first.",
  },
  "store-read-only": {
    status: 503,
    says: "The database may not be written ({finding}): check the rights of the data folder and its disk.",
  },
  "address-taken": {
    status: 409,
    says: "Another story already has this address on that day: give one of them another slug.",
  },
} as const;

export const refuse = refusalsOf(refusals);
