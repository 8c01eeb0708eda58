import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { type Batch, batchReader, type Work } from "./batch.ts";

/** So many seeds take about as long as a thread takes to start. */
const WORTH_A_THREAD = 400;
/** As many seeds are read at a time. */
const BATCH = 50;

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

/** Reads the seeds with as many threads as there are processors to run them, this one among them. */
export async function readInThreads(work: Work, paths: readonly string[]): Promise<readonly Batch[]> {
  const shared = { work, paths, next: new Int32Array(new SharedArrayBuffer(4)) };
  const threads = Math.min(availableParallelism(), Math.ceil(paths.length / WORTH_A_THREAD));
  const others = Array.from({ length: threads - 1 }, () => readElsewhere(shared));
  const all = [batchesOf(shared), ...(await Promise.all(others))].flat();
  return all.sort((a, b) => a.number - b.number).map(({ batch }) => batch);
}

/** Reads batches until none is left. */
export function batchesOf({ work, paths, next }: Shared): readonly Numbered[] {
  const read = batchReader(work);
  const batches: Numbered[] = [];
  for (;;) {
    const number = Atomics.add(next, 0, 1);
    const some = paths.slice(number * BATCH, (number + 1) * BATCH);
    if (some.length === 0) return batches;
    batches.push({ number, batch: read(some) });
  }
}

function readElsewhere(shared: Shared): Promise<readonly Numbered[]> {
  const worker = new Worker(join(import.meta.dirname, "thread.ts"), { workerData: shared });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread that read seeds ended with status ${code}`)));
  });
}
