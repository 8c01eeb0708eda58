import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Seedling } from "./grown.ts";
import { readPack, writePack } from "./packs.ts";
import { openSealed, writeSealed } from "./sealed.ts";
import { FILE, readStatuses, type Statuses, sameStatuses, writeStatuses } from "./status.ts";
import { removeUnfinished, saidBy } from "./whole.ts";

/** What earlier builds left. Nothing here throws: a cache that cannot be read or written costs time, and one line of warning. */
export interface Cache {
  /** By the names of their packs. */
  readonly packs: ReadonlyMap<string, readonly Seedling[]>;
  readonly statuses: Statuses;
  readonly putPack: (name: string, seedlings: readonly Seedling[]) => void;
  readonly putStatuses: (statuses: Statuses) => void;
  /** A text that was made of what has this digest; made now where it is not known. */
  readonly text: (digest: string, make: () => string) => string;
  /** Throws away all packs but these, and what was left by other code or another publication, but for the latest. */
  readonly keepOnly: (names: ReadonlySet<string>) => void;
  readonly warnings: () => readonly string[];
}

const TEXT = "search";

/** Opens the cache in a folder, for what was made by the code and the publication that a key stands for. */
export function openCache(folder: string, key: string): Cache {
  const own = join(folder, key);
  const { packs, damaged } = packsIn(own, key);
  const statuses = readStatuses(folder);
  let failure: string | undefined;
  const attempt = (what: () => void) => {
    if (failure !== undefined) return;
    try {
      what();
    } catch (error) {
      // The disk is full, or may not be written: the build does without.
      failure = saidBy(error);
    }
  };
  return {
    packs,
    statuses,
    putPack: (name, seedlings) => attempt(() => writePack(join(own, name), key, seedlings)),
    putStatuses: (next) => {
      if (!sameStatuses(next, statuses)) attempt(() => writeStatuses(folder, next));
    },
    text(digest, make) {
      const opened = openSealed(join(own, TEXT));
      if (opened.is === "whole" && opened.head === digest) return Buffer.from(opened.body).toString();
      const made = make();
      attempt(() => writeSealed(join(own, TEXT), digest, [Buffer.from(made)]));
      return made;
    },
    keepOnly: (names) => attempt(() => tidy(folder, key, names)),
    warnings: () =>
      [
        ...(damaged > 0
          ? [`packs as they were written; found ${damaged} damaged: their seeds are read again`]
          : []),
        ...(failure === undefined ? [] : [`a folder that can be written; found ${failure}`]),
      ].map((text) => `${folder}: warning: ${text}`),
  };
}

function packsIn(folder: string, key: string): Pick<Cache, "packs"> & { readonly damaged: number } {
  const packs = new Map<string, readonly Seedling[]>();
  let damaged = 0;
  for (const name of namesIn(folder)) {
    if (!PACK.test(name)) continue;
    const read = readPack(folder, name, key);
    if (read === "damaged") damaged++;
    else packs.set(name, read);
  }
  return { packs, damaged };
}

/** How many packs there are, and the number of this one. */
const PACK = /^\d+-\d+$/;

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // It need not exist, and may be deleted at any moment.
  }
}

function tidy(folder: string, key: string, names: ReadonlySet<string>): void {
  const own = join(folder, key);
  mkdirSync(own, { recursive: true });
  for (const name of namesIn(own))
    if (PACK.test(name) && !names.has(name)) rmSync(join(own, name), { force: true });
  removeUnfinished(own);
  removeUnfinished(folder);
  const others = namesIn(folder)
    .filter((name) => name !== key && name !== FILE && !name.endsWith(".tmp"))
    .map((name) => join(folder, name))
    .map((path) => ({ path, age: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.age - a.age);
  // The latest stays: a fault in publication.toml is mended, a branch is left again.
  for (const { path } of others.slice(1)) rmSync(path, { recursive: true, force: true });
}
