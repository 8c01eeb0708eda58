import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf, runs } from "./whole.ts";

/** Milliseconds between two looks, and after which a lock is nobody's any more, whatever process has its number: a million articles take a quarter of an hour. */
const OFTEN = 50;
const LONG = 3_600_000;

/**
 * Does something while no other process does: `path` is a file that holds the number of the one that does. What a process left
 * that was killed counts for nothing. Where no such file can be written, nobody is kept from anything.
 */
export function alone<T>(path: string, what: () => T): T {
  const isOurs = taken(path);
  try {
    return what();
  } finally {
    if (isOurs) rmSync(path, { force: true });
  }
}

function taken(path: string): boolean {
  for (;;) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, String(process.pid), { flag: "wx" });
      return true;
    } catch (error) {
      if (codeOf(error) !== "EEXIST") return false;
    }
    if (isLeft(path)) rmSync(path, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, OFTEN);
  }
}

/** Whether nobody will take a lock away who has it. */
function isLeft(path: string): boolean {
  try {
    const age = Date.now() - statSync(path).mtimeMs;
    const pid = Number(readFileSync(path, "utf8"));
    // Between being there and holding a number it holds none. Our own is an earlier process's: in a container all have the same.
    return age > LONG || (pid > 0 && (pid === process.pid || !runs(pid)));
  } catch {
    return false; // It was taken away just now.
  }
}
