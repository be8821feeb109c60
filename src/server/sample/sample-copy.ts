import { toIso, type Instant } from "../../base/clock.ts";
import type { Sample } from "./read-sample.ts";

/** A sample as the ninjs 3.1 its partner would have sent: the sample edition comes in by the same door as all copy. */
export function ninjsOf(sample: Sample, at: Instant): Uint8Array {
  const { slugline, wire, standfirst, by, topics, version, dateline } = sample;
  const item = {
    standard: { name: "ninjs", version: "3.1" },
    uri: `https://${hostOf(sample)}/${slugline}`,
    type: "text",
    version: String(version),
    pubStatus: "usable",
    language: "en-GB",
    firstCreated: toIso(at - 45 * 60_000),
    versionCreated: toIso(at - 10 * 60_000),
    slugline,
    by,
    ...(dateline === "" ? {} : { located: dateline.split(",")[0] }),
    headlines: [{ role: "main", value: wire?.headline ?? sample.headline }],
    descriptions: [{ role: "summary", contentType: "text/plain", value: standfirst }],
    bodies: [{ role: "main", contentType: "text/html", value: `${sample.html}${wire?.cut ?? ""}` }],
    subjects: topics.map((name) => ({ name })),
    infoSources: [{ name: sample.partner ?? "The Harbour Courier" }],
  };
  return new TextEncoder().encode(JSON.stringify(item));
}

export const hostOf = ({ partner }: Pick<Sample, "partner">): string =>
  partner === null ? "harbourcourier.example" : `${partner.toLowerCase().replaceAll(" ", "")}.example`;
