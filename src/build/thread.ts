import { parentPort, workerData } from "node:worker_threads";
import "./compile-cache.ts";
import type { Seedling } from "./grown.ts";
import type { Work } from "./work.ts";

/** What a thread is told: the next seeds are taken by whichever thread is free. */
export interface Shared {
  readonly work: Work;
  /** In UTF-8, one after another, and where each ends: held once, by however many threads. */
  readonly paths: Uint8Array<SharedArrayBuffer>;
  readonly ends: Uint32Array<SharedArrayBuffer>;
  /** As many are read at a time. */
  readonly some: number;
  /** How many of the paths are taken. */
  readonly taken: Int32Array<SharedArrayBuffer>;
  /** How often some were handed over that nobody has looked at yet; no more than `most`. */
  readonly waiting: Int32Array<SharedArrayBuffer>;
  readonly most: number;
}

const { work, paths, ends, some, taken, waiting, most }: Shared = workerData;
const { seedReader } = await import("./batch.ts");
const read = seedReader(work);
for (let i = Atomics.add(taken, 0, some); i < ends.length; i = Atomics.add(taken, 0, some)) {
  const seedlings: readonly Seedling[] = read(pathsBetween(i, Math.min(i + some, ends.length)));
  for (let count = Atomics.load(waiting, 0); count >= most; count = Atomics.load(waiting, 0))
    Atomics.wait(waiting, 0, count);
  Atomics.add(waiting, 0, 1);
  parentPort?.postMessage(seedlings, seedlings[0] ? [seedlings[0].article.buffer] : []);
}

function pathsBetween(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from }, (_, i) =>
    Buffer.from(paths.subarray(ends[from + i - 1] ?? 0, ends[from + i])).toString(),
  );
}
