import { parentPort, workerData } from "node:worker_threads";
import "./compile-cache.ts";
import type { Shared } from "./threads.ts";

const shared: Shared = workerData;
const { batchesOf } = await import("./threads.ts");
const batches = batchesOf(shared);
parentPort?.postMessage(
  batches,
  batches.map(({ batch }) => batch.json.buffer),
);
