import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { type Work, workIn } from "./batch.ts";
import { type Built, builtOf } from "./built.ts";
import { pathsIn, publicationIn } from "./folder.ts";
import type { Batch } from "./grown.ts";
import type { Numbered, Shared } from "./thread.ts";

/** So many seeds take about as long as a thread takes to start. */
const WORTH_A_THREAD = 400;
/** Megabytes of a thread's heap: the less it may take, the sooner it is tidied. What a seed of 5 MB needs is far below. */
const HEAP = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

/** Reads a folder of seeds whole, where there are many by as many threads as there are processors to run them. */
export async function readManySeeds(folder: string): Promise<Built> {
  const paths = pathsIn(folder);
  const threads = Math.min(availableParallelism(), Math.floor(paths.length / WORTH_A_THREAD));
  if (threads < 2) return (await import("./read.ts")).readSeeds(folder);
  const publication = publicationIn(folder);
  return builtOf(publication, await readInThreads(workIn(folder, publication), paths, threads));
}

async function readInThreads(
  work: Work,
  paths: readonly string[],
  threads: number,
): Promise<readonly Batch[]> {
  const shared = { work, paths, next: new Int32Array(new SharedArrayBuffer(4)) };
  const all = await Promise.all(Array.from({ length: threads }, () => readElsewhere(shared)));
  return all
    .flat()
    .sort((a, b) => a.number - b.number)
    .map(({ batch }) => batch);
}

function readElsewhere(workerData: Shared): Promise<readonly Numbered[]> {
  const worker = new Worker(join(import.meta.dirname, "thread.ts"), {
    workerData,
    resourceLimits: HEAP,
  });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread that read seeds ended with status ${code}`)));
  });
}
