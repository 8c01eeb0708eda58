import { parentPort, workerData } from "node:worker_threads";
import "./compile-cache.ts";
import type { Work } from "./batch.ts";
import type { Batch } from "./grown.ts";

/** What a thread is told: the batches are taken in turn by whichever thread is free. */
export interface Shared {
  readonly work: Work;
  readonly paths: readonly string[];
  /** The number of the batch that is next. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

/** A batch and its number: the order of batches is that of the paths. */
export interface Numbered {
  readonly number: number;
  readonly batch: Batch;
}

/** As many seeds are read at a time. */
const BATCH = 50;

const { work, paths, next }: Shared = workerData;
const { batchReader } = await import("./batch.ts");
const read = batchReader(work);
const batches: Numbered[] = [];
for (let number = Atomics.add(next, 0, 1); number * BATCH < paths.length; number = Atomics.add(next, 0, 1))
  batches.push({ number, batch: read(paths.slice(number * BATCH, (number + 1) * BATCH)) });
parentPort?.postMessage(
  batches,
  batches.map(({ batch }) => batch.json.buffer),
);
