import { readFileSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { digestOf } from "./digest.ts";
import { openSealed, writeSealed } from "./sealed.ts";

/** What tells that files are as they were, and the digests of their bytes then. */
export interface Statuses {
  /** Below the folder of seeds, in order. */
  readonly paths: readonly string[];
  /** Empty where it is not known. */
  readonly digests: readonly string[];
  readonly states: States;
}

/** Of each file {@link NUMBERS} numbers. */
type States = Float64Array<ArrayBuffer>;

/** Size, moments of the last change of the bytes and of the file in milliseconds, inode; NaN where nothing can be told from them. */
const NUMBERS = 4;

/** Milliseconds that a file's time may lie behind the clock, or be rounded by: FAT knows only every other second. */
const COARSE = 2000;

/**
 * The states of files. NaN, which equals nothing, where one was changed just now (`now`: milliseconds), or in the future: it could
 * change once more and have the same times, and must be looked at again ("racily clean", as Git calls it).
 */
function statesOf(folder: string, paths: readonly string[], now: number): States {
  const states = new Float64Array(NUMBERS * paths.length).fill(Number.NaN);
  for (const [i, path] of paths.entries()) {
    const found = statusOf(`${folder}/${path}`);
    if (!found || found.mtimeMs + COARSE >= now || found.ctimeMs + COARSE >= now) continue;
    states.set([found.size, found.mtimeMs, found.ctimeMs, found.ino], NUMBERS * i);
  }
  return states;
}

/** Nothing where there is no such file, or only a link that leads nowhere. */
function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** How files are now, beside how they were. */
export interface Looked extends Pick<Statuses, "paths" | "states"> {
  /** Whether all are as they were, and no others were there. */
  readonly isSame: boolean;
  /** The digest of a file's bytes by its number; the file is read where its state does not tell. Empty where it cannot be. */
  readonly digestOf: (number: number) => string;
}

export function lookAt(folder: string, paths: readonly string[], earlier: Statuses): Looked {
  const states = statesOf(folder, paths, Date.now());
  let at = 0;
  const known = paths.map((path, i) => {
    while (at < earlier.paths.length && (earlier.paths[at] ?? "") < path) at++;
    return earlier.paths[at] === path && isSame(states, i, earlier.states, at) ? earlier.digests[at] : "";
  });
  return {
    paths,
    states,
    isSame: known.every((digest) => digest) && paths.length === earlier.paths.length,
    digestOf: (number) => known[number] || digestIn(join(folder, paths[number] ?? "")),
  };
}

function isSame(states: States, one: number, others: States, other: number): boolean {
  for (let i = 0; i < NUMBERS; i++)
    if (states[NUMBERS * one + i] !== others[NUMBERS * other + i]) return false;
  return true;
}

/** Empty where it cannot be read: whoever reads it says what is wrong. */
function digestIn(path: string): string {
  try {
    return digestOf(readFileSync(path));
  } catch {
    return "";
  }
}

interface Head {
  readonly paths: readonly string[];
  readonly digests: readonly string[];
  /** The checksum of the states behind. */
  readonly states: number;
}

/** Reads what {@link writeStatuses} wrote; nothing where it is not as it was written. */
export function readStatuses(folder: string): Statuses {
  const none = { paths: [], digests: [], states: new Float64Array() };
  const opened = openSealed(join(folder, FILE), FILE);
  if (opened.is !== "whole") return none;
  const { paths, digests, states }: Head = JSON.parse(opened.head);
  const bytes = opened.body(0, paths.length * NUMBERS * Float64Array.BYTES_PER_ELEMENT);
  return bytes && crc32(bytes) === states ? { paths, digests, states: new Float64Array(bytes.buffer) } : none;
}

/** Keeps the statuses. Throws where it cannot. */
export function writeStatuses(folder: string, { paths, digests, states }: Statuses): void {
  const bytes = bytesOf(states);
  const head: Head = { paths, digests, states: crc32(bytes) };
  writeSealed(join(folder, FILE), FILE, JSON.stringify(head), [bytes]);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: States): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** Beside the packs, as it holds whatever the code and the publication are. */
export const FILE = "status";
