import { createHash } from "node:crypto";
import type { Index } from "./inverted.ts";
import { type Shard, shardOf } from "./shard.ts";

/** Keeps the files of an archive. */
export interface Keeper {
  /**
   * Keeps lines as a file, and tells its name. `of`: what stands for all that the lines are made from, where they need not be
   * made again if they were kept before.
   */
  readonly keep: (lines: () => readonly Uint8Array[], of?: string) => string;
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
  recall: () => undefined,
  remember: () => {},
});

/** Stands for all of these, each of a known length. */
export function digestOfAll(parts: readonly Uint32Array[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("base64url");
}
