import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Shard } from "../archive/shard.ts";
import { removeUnfinished, writeWhole } from "./whole.ts";

/** A folder of files that are named by what is in them. */
export interface Store {
  /** Whether a file of so many bytes is there: then it is what its name says, and stays. */
  readonly has: (name: string, size: number) => boolean;
  /** Writes a file, whole or not at all, unless it is there. */
  readonly put: (shard: Shard) => void;
  /** Removes whatever was not asked for or put, but for what another build is about to put. */
  readonly sweep: () => void;
}

export function storeIn(folder: string): Store {
  mkdirSync(folder, { recursive: true });
  const named = new Set<string>();
  // What a disk that was full, or somebody, left shorter is not it.
  const has: Store["has"] = (name, size) => {
    if (named.has(name)) return true;
    if (statSync(join(folder, name), { throwIfNoEntry: false })?.size !== size) return false;
    named.add(name);
    return true;
  };
  return {
    has,
    put({ name, bytes }) {
      if (has(name, bytes.length)) return;
      writeWhole(join(folder, name), [bytes]);
      named.add(name);
    },
    sweep() {
      removeUnfinished(folder);
      for (const name of readdirSync(folder))
        if (!named.has(name) && !name.endsWith(".tmp"))
          rmSync(join(folder, name), { recursive: true, force: true });
    },
  };
}
