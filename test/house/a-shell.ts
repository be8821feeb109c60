import { Readable, Writable } from "node:stream";

/** Streams as a shell gives them to a command; `said` fills with what is written to each. */
export function aShell(stdin = "") {
  const said = { out: "", err: "" };
  const into = (name: "out" | "err") =>
    new Writable({
      write(part, _, done) {
        said[name] += String(part);
        done();
      },
    });
  const streams = { stdin: Readable.from([Buffer.from(stdin)]), stdout: into("out"), stderr: into("err") };
  return { said, streams };
}
