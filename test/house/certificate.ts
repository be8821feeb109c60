import { createSign, generateKeyPairSync } from "node:crypto";

export type Certificate = { readonly key: string; readonly cert: string };

/** A self-signed certificate for tests, made anew each time so that no key is ever kept (X.509 v3, RFC 5280). */
export function certificateFor(
  name: string,
  { from, until }: { readonly from: Date; readonly until: Date },
): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const issuer = seq(set(seq(oid("550403"), utf8("Offstone tests"))));
  const signing = seq(oid("2a8648ce3d040302"));
  const names = seq(oid("551d11"), der(0x04, seq(der(0x82, Buffer.from(name)))));
  const signed = seq(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    signing,
    issuer,
    seq(time(from), time(until)),
    issuer,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, seq(names)),
  );
  const signature = createSign("sha256").update(signed).sign(privateKey);
  const whole = seq(signed, signing, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = whole.toString("base64").replace(/.{64}/g, "$&\n");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

const seq = (...parts: readonly Buffer[]) => der(0x30, Buffer.concat(parts));
const set = (part: Buffer) => der(0x31, part);
const oid = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
const utf8 = (text: string) => der(0x0c, Buffer.from(text));
const time = (date: Date) => der(0x18, Buffer.from(`${date.toISOString().replace(/\D/g, "").slice(0, 14)}Z`));

function der(tag: number, content: Buffer): Buffer {
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
