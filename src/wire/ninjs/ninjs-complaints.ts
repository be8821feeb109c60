import type { z } from "zod";
import type { NinjsDialect } from "./ninjs-dialect.ts";
import { ninjsSchema1 } from "./ninjs-schema-1.ts";
import { ninjsSchema2 } from "./ninjs-schema-2.ts";
import { ninjsSchema3 } from "./ninjs-schema-3.ts";

/** What in an item is not as its version of ninjs asks, each as a sentence; empty when it is valid. */
export function ninjsComplaints(item: unknown, dialect: NinjsDialect): readonly string[] {
  const read = schemaOf(dialect).safeParse(item);
  if (read.success) return [];
  const name = `ninjs ${dialect.major}.${dialect.minor}`;
  return read.error.issues.flatMap((issue) => complaintOf(issue, name, dialect.extended));
}

const schemas = new Map<string, z.ZodType>();

function schemaOf({ major, minor }: NinjsDialect): z.ZodType {
  const name = `${major}.${minor}`;
  const known = schemas.get(name);
  if (known) return known;
  const made = { 1: ninjsSchema1, 2: ninjsSchema2, 3: ninjsSchema3 }[major](minor);
  schemas.set(name, made);
  return made;
}

function complaintOf(issue: z.core.$ZodIssue, name: string, extended: boolean): readonly string[] {
  const at = issue.path.map(String).join("/");
  if (issue.code !== "unrecognized_keys") return [`The field “${at || "uri"}” is not as ${name} asks.`];
  if (extended) return [];
  return issue.keys.map((key) => `${name} has no field “${at === "" ? key : `${at}/${key}`}”.`);
}
