import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { isSound, type Shard } from "../archive/shard.ts";
import { removeUnfinished, writeWhole } from "./whole.ts";

/** Where the build puts the archive, whose files are published beside the Worker (wrangler.toml). */
export const ARCHIVE = "src/generated/archive";

/** A folder of files that are named by what is in them. */
export interface Store {
  /** Whether a file of so many bytes is there: then it is what its name says, and stays. */
  readonly has: (name: string, size: number) => boolean;
  /** Writes a file, whole or not at all, unless it is there. */
  readonly put: (shard: Shard) => void;
  /** Removes whatever was not asked for or put, but for what another build is about to put. */
  readonly sweep: () => void;
}

/**
 * Before files are published they are read, each of them: a damaged one would be published for ever. Otherwise their size tells
 * enough, as a build that changes little is to be short.
 */
const isPublishing = ({ WRANGLER_COMMAND }: NodeJS.ProcessEnv): boolean =>
  WRANGLER_COMMAND === "deploy" || WRANGLER_COMMAND === "versions upload";

export function storeIn(folder: string, isRead = isPublishing(process.env)): Store {
  mkdirSync(folder, { recursive: true });
  const named = new Set<string>();
  const has: Store["has"] = (name, size) => {
    if (named.has(name)) return true;
    const path = join(folder, name);
    // What a disk that was full, or somebody, left shorter is not it.
    if (statSync(path, { throwIfNoEntry: false })?.size !== size) return false;
    if (isRead && !isSound(name, readFileSync(path))) return false;
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
