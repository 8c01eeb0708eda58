import { parentPort, workerData } from "node:worker_threads";
import "./compile-cache.ts";
import type { Seedling } from "./grown.ts";
import type { Work } from "./work.ts";

/** What a thread is told: the next seeds are taken by whichever thread is free. */
export interface Shared {
  readonly work: Work;
  readonly paths: readonly string[];
  /** As many are read at a time. */
  readonly some: number;
  /** How many of the paths are taken. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

const { work, paths, some, taken }: Shared = workerData;
const { seedReader } = await import("./batch.ts");
const read = seedReader(work);
for (let i = Atomics.add(taken, 0, some); i < paths.length; i = Atomics.add(taken, 0, some)) {
  const seedlings: readonly Seedling[] = read(paths.slice(i, i + some));
  parentPort?.postMessage(seedlings, seedlings[0] ? [seedlings[0].article.buffer] : []);
}
