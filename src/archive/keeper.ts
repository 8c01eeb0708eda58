import type { Index } from "./indexed.ts";
import { type Shard, shardOf } from "./shard.ts";

/** What something is made from. */
export type Origin = readonly (string | Uint8Array | Uint32Array)[];

/** Keeps the files of an archive. */
export interface Keeper {
  /** Keeps lines as a file, and tells its name. */
  readonly keep: (lines: () => readonly Uint8Array[]) => string;
  /**
   * Makes a value, and keeps files meanwhile. Nothing is made again that was made before from the same: `origin` must tell all
   * that decides about it, and where one of its parts ends.
   */
  readonly made: <T>(origin: Origin, make: () => T) => T;
  /** An index of this name that was remembered. It may be of any articles. */
  readonly recall: (name: string) => Index | undefined;
  readonly remember: (name: string, index: Index) => void;
}

/** A keeper that remembers nothing. */
export const keeperOf = (put: (shard: Shard) => void): Keeper => ({
  keep(lines) {
    const shard = shardOf(lines());
    put(shard);
    return shard.name;
  },
  made: (_, make) => make(),
  recall: () => undefined,
  remember: () => {},
});
