/** A story of an invented agency as the ninjs 3.0 it would send; `more` overrides fields of the item by their own names. */
export const aNinjs = (more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    standard: { name: "ninjs", version: "3.0" },
    uri: "https://wire.example/ferry-night",
    type: "text",
    version: "1",
    versionCreated: "2026-11-22T18:05:00Z",
    pubStatus: "usable",
    language: "en",
    slugline: "FERRY-NIGHT",
    by: "Ada Brook",
    headlines: [{ role: "main", value: "Ferry to run through the night" }],
    descriptions: [{ role: "summary", contentType: "text/plain", value: "It will cross at all hours." }],
    bodies: [
      {
        role: "main",
        contentType: "text/html",
        value: "<p>The ferry will cross all night from March, the council said on Monday.</p>",
      },
    ],
    subjects: [{ name: "Shipping" }],
    ...more,
  });
