import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Seedling } from "./grown.ts";
import type { Shared } from "./thread.ts";
import type { Work } from "./work.ts";

/** As many seeds are read at a time. */
const SOME = 50;
/** So many seeds take about as long as a thread takes to start. */
const WORTH_A_THREAD = 400;
/** Megabytes of a thread's heap: the less it may take, the sooner it is tidied. What a seed of 5 MB needs is far below. */
const HEAP = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

/** Reads seeds some at a time, in no certain order; where there are many, by as many threads as there are processors to run them. */
export async function* readings(work: Work, paths: readonly string[]): AsyncGenerator<readonly Seedling[]> {
  if (paths.length === 0) return;
  const threads = Math.min(availableParallelism(), Math.floor(paths.length / WORTH_A_THREAD));
  if (threads < 2) yield* readHere(work, paths);
  else yield* readInThreads(sharedOf(work, paths), threads);
}

/** Threads wait once so many of what they read have not been looked at: what they hand over is held in memory. */
const MOST_WAITING = 8;

function sharedOf(work: Work, paths: readonly string[]): Shared {
  const bytes = Buffer.from(paths.join(""));
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  const ends = new Uint32Array(new SharedArrayBuffer(paths.length * Uint32Array.BYTES_PER_ELEMENT));
  let end = 0;
  for (const [i, path] of paths.entries()) {
    end += Buffer.byteLength(path);
    ends[i] = end;
  }
  const number = () => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  return {
    work,
    paths: shared,
    ends,
    some: SOME,
    taken: number(),
    waiting: number(),
    most: MOST_WAITING,
  };
}

async function* readHere(work: Work, paths: readonly string[]): AsyncGenerator<readonly Seedling[]> {
  const { seedReader } = await import("./batch.ts");
  const read = seedReader(work);
  for (let i = 0; i < paths.length; i += SOME) yield read(paths.slice(i, i + SOME));
}

async function* readInThreads(shared: Shared, threads: number): AsyncGenerator<readonly Seedling[]> {
  const { waiting } = shared;
  for await (const seedlings of handedOver(shared, threads)) {
    yield seedlings;
    Atomics.sub(waiting, 0, 1);
    Atomics.notify(waiting, 0);
  }
}

const handedOver = (shared: Shared, threads: number): ReadableStream<readonly Seedling[]> =>
  new ReadableStream({
    async start(stream) {
      const running = Array.from({ length: threads }, () =>
        readElsewhere(shared, (seedlings) => stream.enqueue(seedlings)),
      );
      Promise.all(running).then(
        () => stream.close(),
        (error: unknown) => stream.error(error),
      );
    },
  });

function readElsewhere(workerData: Shared, tell: (seedlings: readonly Seedling[]) => void): Promise<void> {
  const worker = new Worker(join(import.meta.dirname, "thread.ts"), { workerData, resourceLimits: HEAP });
  worker.on("message", tell);
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`a thread that read seeds ended with status ${code}`)),
    );
  });
}
