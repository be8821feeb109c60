import { z } from "zod";

// The parts the versions of ninjs share. Dates are texts here: no ninjs schema checks them, their reader does.

export const text = z.string();
export const count = z.number();
export const percent = z.number().int().min(0).max(100);
export const words = (...allowed: readonly string[]) => text.refine((word) => allowed.includes(word));

/** An object with these fields and no other; only those named after them are required. */
export const only = (shape: z.ZodRawShape, ...required: readonly string[]) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(shape).map(([name, field]) => [
        name,
        required.includes(name) ? field : z.optional(field),
      ]),
    ),
  );

export const texts = <Name extends string>(...names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, text]));

/** Exactly one of these must be there. */
export const oneOf = <Schema extends z.ZodType>(schema: Schema, ...names: readonly string[]) =>
  schema.refine(
    (value) =>
      typeof value === "object" && value !== null && names.filter((name) => name in value).length === 1,
  );

export const contacts = (postalCode: "postalcode" | "postalCode") =>
  z.array(
    oneOf(
      only({
        ...texts("type", "role", "lang", "name", "value"),
        address: only({ lines: z.array(text), ...texts("locality", "area", postalCode, "country") }),
      }),
      "value",
      "address",
    ),
  );

/** A number, or, as seen in samples, a number written as text. */
export const urgency = z.union([z.number(), text.regex(/^[1-9]$/)]);

export const geo = z.looseObject({});
