import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Pack, Seedling } from "./grown.ts";
import { readPack, writePack } from "./packs.ts";
import { openSealed, writeSealed } from "./sealed.ts";
import { FILE, readStatuses, type Statuses, writeStatuses } from "./status.ts";
import { removeUnfinished, saidBy } from "./whole.ts";

/** What earlier builds left. Nothing here throws: a cache that cannot be read or written costs time, and one line of warning. */
export interface Cache {
  /** By their names. */
  readonly packs: ReadonlyMap<string, Pack>;
  /** As the last build left them; read anew at each call, as they are many. */
  readonly statuses: () => Statuses;
  /** Keeps a pack, and tells it as it stands in the cache; nothing where it could not be kept. */
  readonly putPack: (name: string, seedlings: readonly Seedling[]) => Pack | undefined;
  /** A pack turned out not to be as it was written. */
  readonly dropPack: (pack: Pack) => void;
  readonly putStatuses: (statuses: Statuses) => void;
  /** A file beside the packs, by its name. */
  readonly path: (name: string) => string;
  /** Does something that writes to the cache. */
  readonly attempt: (what: () => void) => void;
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
    statuses: () => readStatuses(folder),
    putPack(name, seedlings) {
      attempt(() => writePack(join(own, name), `${key} ${name}`, seedlings));
      const pack = failure === undefined ? readPack(join(own, name), `${key} ${name}`) : "absent";
      if (typeof pack === "string") return undefined;
      packs.set(name, pack);
      return pack;
    },
    dropPack(pack) {
      const [name] = packs.entries().find(([, one]) => one === pack) ?? [];
      if (name === undefined) return;
      damaged.add(name);
      packs.delete(name);
      attempt(() => rmSync(join(own, name), { force: true }));
    },
    putStatuses: (statuses) => attempt(() => writeStatuses(folder, statuses)),
    path: (name) => join(own, name),
    attempt,
    text(digest, make) {
      const opened = openSealed(join(own, TEXT), digest);
      if (opened.is === "whole") return opened.head;
      const made = make();
      attempt(() => writeSealed(join(own, TEXT), digest, made));
      return made;
    },
    keepOnly: (names) => attempt(() => tidy(folder, key, names)),
    warnings: () =>
      [
        ...(damaged.size > 0
          ? [`packs as they were written; found ${damaged.size} damaged: their seeds are read again`]
          : []),
        ...(failure === undefined ? [] : [`a folder that can be written; found ${failure}`]),
      ].map((text) => `${folder}: warning: ${text}`),
  };
}

function packsIn(folder: string, key: string) {
  const packs = new Map<string, Pack>();
  const damaged = new Set<string>();
  for (const name of namesIn(folder)) {
    if (!PACK.test(name)) continue;
    const read = readPack(join(folder, name), `${key} ${name}`);
    if (read === "damaged") damaged.add(name);
    else if (read !== "absent") packs.set(name, read);
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
