import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/**
 * Writes a file whole or not at all: where that fails, it throws, the earlier file stays and nothing else is left.
 * What it throws names the file (`path`).
 * `safely`: what was written is on the disk before it takes the earlier file's place, whatever becomes of the machine.
 */
export function writeWhole(path: string, parts: Iterable<Uint8Array>, safely = false): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(unfinished, "w");
    try {
      for (const part of parts) writeFileSync(file, part);
      if (safely) fsyncSync(file); // A full disk may be told only now.
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error instanceof Error ? Object.assign(error, { path }) : error;
  }
}

const UNFINISHED = /\.(\d+)\.tmp$/;

/** Removes what was left of {@link writeWhole} by processes that ended in the midst of it. */
export function removeUnfinished(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const [, pid] = UNFINISHED.exec(name) ?? [];
    if (pid !== undefined && !runs(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

/** Whether a process of this number runs. */
export function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM"; // It is another's; otherwise there is none.
  }
}

/** What the system calls an error, such as `ENOSPC`; nothing where it is no error of the system's. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

/** What the system says of an error, without the path: `ENOSPC: no space left on device`. */
export const saidBy = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).replace(/, .*/s, "");
