import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "./digest.ts";
import { openSealed, writeSealed } from "./sealed.ts";

/** What tells that a file is as it was, and the digest of its bytes then. */
interface Status {
  /** Empty where nothing can be told from it. */
  readonly state: string;
  readonly digest: string;
}

/** By path below the folder of seeds. */
export type Statuses = ReadonlyMap<string, Status>;

/** Nanoseconds that a file's time may lie behind the clock, or be rounded by: FAT knows only every other second. */
const COARSE = 2_000_000_000n;

/**
 * The state of a file: its size, times in nanoseconds and inode. Empty where it was changed just now, or in the future: it
 * could change once more and have the same times, and must be looked at again ("racily clean", as Git calls it).
 */
export function stateOf(path: string, now: bigint): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!found) return "";
  const { size, mtimeNs, ctimeNs, ino } = found;
  return mtimeNs + COARSE < now && ctimeNs + COARSE < now ? `${size} ${mtimeNs} ${ctimeNs} ${ino}` : "";
}

/** The clock in nanoseconds, as files' times are. */
export const nanoseconds = (): bigint => BigInt(Date.now()) * 1_000_000n;

/** The digest of a seed's bytes, from its state where that is as it was. */
export function digestBy(state: string, earlier: Status | undefined, path: string): string | undefined {
  if (state !== "" && earlier?.state === state) return earlier.digest;
  try {
    return digestOf(readFileSync(path));
  } catch {
    return undefined; // Whoever reads it says what is wrong.
  }
}

/** Reads what {@link writeStatuses} wrote; nothing where it is not as it was written. */
export function readStatuses(folder: string): Statuses {
  const opened = openSealed(join(folder, FILE));
  if (opened.is !== "whole") return new Map();
  const kept: readonly string[] = JSON.parse(opened.head);
  const statuses = new Map<string, Status>();
  for (let i = 0; i < kept.length; i += 3) {
    const [path = "", state = "", digest = ""] = [kept[i], kept[i + 1], kept[i + 2]];
    statuses.set(path, { state, digest });
  }
  return statuses;
}

/** Keeps the statuses. Throws where it cannot. */
export function writeStatuses(folder: string, statuses: Statuses): void {
  const kept = [...statuses].flatMap(([path, { state, digest }]) => [path, state, digest]);
  writeSealed(join(folder, FILE), JSON.stringify(kept), []);
}

/** Whether both say the same. */
export const sameStatuses = (one: Statuses, other: Statuses): boolean =>
  one.size === other.size &&
  one.entries().every(([path, { state, digest }]) => {
    const found = other.get(path);
    return found?.state === state && found.digest === digest;
  });

/** Beside the packs, as it holds whatever the code and the publication are. */
export const FILE = "status";
