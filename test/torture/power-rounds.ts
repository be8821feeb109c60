import { execFileSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { compare } from "./compare.ts";
import { firstCommit, kill, startWriter } from "./kill-rounds.ts";
import type { Round, Rounds } from "./kill-rounds.ts";
import { randomBy } from "./random-by.ts";

// H4: a file system of our own on a loop device, and the order to it to stop at once without writing its log: what was
// not synced is really gone, as when the power fails. Needs root, loop devices and perl.

/** Says why this machine cannot cut the power of a file system, or undefined when it can. */
export function whyNoPowerCut(): string | undefined {
  if (process.getuid?.() !== 0) return "only root may make a file system to cut off";
  const missing = ["losetup", "mkfs.ext4", "mount", "perl"].filter((program) => !isThere(program));
  return missing.length === 0 ? undefined : `these programs are missing: ${missing.join(", ")}`;
}

const isThere = (program: string) => {
  try {
    execFileSync("/bin/sh", ["-c", `command -v ${program}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

/** As killRounds, but each round ends in a power cut. */
export async function powerRounds({ rounds, seed }: Rounds, tell: (round: Round) => void): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "offstone-power-"));
  const disk = makeDisk(home);
  const [data, ledger] = [join(disk.folder, "data"), join(home, "ledger")];
  const random = randomBy(seed);
  let seen = 0;
  let writer: ChildProcess | undefined;
  try {
    for (let round = 1; round <= rounds; round += 1) {
      writer = startWriter({ data, ledger, seed: seed * 1000 + round });
      await firstCommit(writer, ledger);
      const livedFor = Math.floor(random() * 300);
      await wait(livedFor);
      disk.cut();
      await kill(writer);
      disk.restart();
      const verdict = await compare(data, ledger, seen);
      seen = verdict.acknowledged;
      tell({ round, livedFor, ...verdict });
    }
  } finally {
    if (writer?.exitCode === null && writer.signalCode === null) await kill(writer);
    disk.remove();
    rmSync(home, { recursive: true });
  }
}

// EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH (linux/fs/ext4/ext4.h).
const shutDown =
  'open(my $disk, "<", $ARGV[0]) or die $!; my $how = pack("L", 2); ioctl($disk, 0x8004587d, $how) or die $!';

function makeDisk(home: string) {
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
  const [image, folder] = [join(home, "disk.img"), join(home, "disk")];
  const handle = openSync(image, "w");
  ftruncateSync(handle, 512 * 1024 * 1024);
  closeSync(handle);
  mkdirSync(folder);
  const device = run("losetup", "--find", "--show", image);
  run("mkfs.ext4", "-q", device);
  run("mount", device, folder);
  return {
    folder,
    cut: () => run("perl", "-e", shutDown, folder),
    restart() {
      run("umount", folder);
      run("mount", device, folder);
    },
    remove() {
      run("umount", folder);
      run("losetup", "--detach", device);
    },
  };
}
