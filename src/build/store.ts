import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Put } from "../archive/rows.ts";
import { removeUnfinished, writeWhole } from "./whole.ts";

/** A folder of files that are named by what is in them. */
export interface Store {
  /** Writes a file, whole or not at all, unless it is there: then it is the same. */
  readonly put: Put;
  /** Removes whatever was not put, but for what another build is about to put. */
  readonly sweep: () => void;
}

export function storeIn(folder: string): Store {
  mkdirSync(folder, { recursive: true });
  const named = new Set<string>();
  return {
    put({ name, bytes }) {
      if (named.has(name)) return;
      named.add(name);
      const path = join(folder, name);
      if (holds(path, bytes)) return;
      writeWhole(path, [bytes]);
    },
    sweep() {
      removeUnfinished(folder);
      for (const name of readdirSync(folder))
        if (!named.has(name) && !name.endsWith(".tmp"))
          rmSync(join(folder, name), { recursive: true, force: true });
    },
  };
}

/** What a disk, or somebody, changed is not it, whatever it is called: it would be published as it is. */
const holds = (path: string, bytes: Uint8Array): boolean =>
  existsSync(path) && statSync(path).size === bytes.length && readFileSync(path).equals(bytes);
