import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { heapAfterCollection, openInspector } from "./inspector.ts";
import { growthIn, memoryOf, sampling } from "./load-memory.ts";
import type { KindName } from "./load-mix.ts";
import type { Answered, Load, Outcome } from "./load-thread.ts";
import { toldBy } from "./load-told.ts";
import { measured } from "./measured.ts";
import { median } from "./median.ts";
import { addDue, withProject } from "./scaled.ts";
import { cpuMilliseconds } from "./watched.ts";
import { type Running, serve } from "./workerd.ts";

type Row = Readonly<Record<string, string | number>>;

const ARTICLES = 10_000;
const CONNECTIONS = 500;
/** Between one article that becomes due and the next, in seconds. */
const PACE = 10;
/** Seconds between the last build and the first of these articles. */
const AHEAD = 30;
/** Milliseconds between looks at a process, and of processor time that one has in between which does nothing. */
const EVERY = 1000;
const IDLE = 20;

/**
 * Five hundred connections that ask for everything there is, and for much that there is not, of workerd alone on loopback, with
 * 10,000 articles in files; every ten seconds one more becomes due. Each connection asks as soon as it was answered, so that the
 * Worker is never idle, and what a request takes is mostly waiting for the 499 others: what the answer itself takes stands under
 * "alone", asked over one connection afterwards. Both include autocannon's own reading of the answer, in a thread of its own.
 * The longest waits are workerd's: once it has more to do than it can, it serves some connections over and over while others
 * wait, a Worker that does nothing but count to three million just so.
 *
 * Throws where anything was answered by 500 and above, a connection broke, or memory grew: where the middle of what the process
 * holds in the last fifth of the time, or the isolate, is more than a tenth and 10 MB above that of the second fifth, or, after a
 * collection of garbage, that much above what it was when the load began, having been made for a fifth as long already; or where
 * the isolate then holds more than 64 MB.
 */
export async function load(seconds: number, kept?: string): Promise<readonly Row[]> {
  return withProject(ARTICLES, kept, async (folder) => {
    await build(folder, seconds);
    const assets = join(folder, "src/generated/archive");
    const worker = await serve("src/index.ts", { root: folder, assets, isInspected: true });
    try {
      return await loaded(worker, seconds);
    } finally {
      worker.stop();
    }
  });
}

/** Twice: the second, of what becomes due while the load is made, is soon done. */
async function build(folder: string, seconds: number): Promise<void> {
  await measured(process.execPath, ["src/build/index.ts"], folder);
  addDue(folder, Math.ceil((1.5 * seconds) / PACE), Date.now() + AHEAD * 1000, PACE);
  await measured(process.execPath, ["src/build/index.ts"], folder);
}

async function loaded(worker: Running, seconds: number): Promise<readonly Row[]> {
  const inspector = await openInspector(worker.inspector ?? "");
  const told = await toldBy(worker.url);
  const make = (connections: number, time: number) =>
    outcomeOf({ url: worker.url, told, connections, seconds: time });
  const warming = await make(CONNECTIONS, seconds / 5);
  await settled(worker);
  const before = await heapAfterCollection(inspector, worker.url);
  const { samples, stop } = sampling(worker.pid, inspector);
  const cpu = cpuMilliseconds(worker.pid);
  const crowd = await make(CONNECTIONS, seconds);
  const share = (cpuMilliseconds(worker.pid) - cpu) / 1000 / crowd.seconds;
  stop();
  await settled(worker);
  const after = await heapAfterCollection(inspector, worker.url);
  const alone = await make(1, Math.max(5, seconds / 10));
  inspector.close();
  const rows = rowsOf(crowd, alone);
  const memory = memoryOf(samples, before, after);
  console.table(memory);
  console.log(`workerd used ${share.toFixed(2)} processors`);
  const problems = [warming, crowd, alone].flatMap(problemsIn).concat(growthIn(memory));
  if (problems.length === 0) return rows;
  console.table(rows);
  throw new Error(problems.join("\n"));
}

/** Waits until nothing is done any more for connections that were broken off: what those hold is not kept. */
async function settled({ pid }: Running): Promise<void> {
  for (let before = 0, now = cpuMilliseconds(pid); now - before > IDLE; ) {
    await setTimeout(EVERY);
    [before, now] = [now, cpuMilliseconds(pid)];
  }
}

async function outcomeOf(load: Load): Promise<Outcome> {
  const thread = new Worker(join(import.meta.dirname, "load-thread.ts"), { workerData: load });
  const [outcome] = (await once(thread, "message")) as [Outcome];
  return outcome;
}

const problemsIn = ({ failures, errors, timeouts }: Outcome): readonly string[] => [
  ...failures,
  ...(errors + timeouts > 0 ? [`${errors} connections broke, of ${timeouts} because no answer came`] : []),
];

function rowsOf(crowd: Outcome, alone: Outcome): readonly Row[] {
  const rows = [...crowd.answered].map(([kind, answered]) =>
    rowOf(kind, answered, crowd, alone.answered.get(kind)),
  );
  const all = allOf(crowd);
  return [...rows, rowOf("all", all, crowd, allOf(alone))];
}

function allOf({ answered }: Outcome): Answered {
  const statuses = new Map<number, number>();
  for (const row of answered.values())
    for (const [status, count] of row.statuses) statuses.set(status, (statuses.get(status) ?? 0) + count);
  return { statuses, times: [...answered.values()].flatMap(({ times }) => times) };
}

function rowOf(
  kind: KindName | "all",
  { statuses, times }: Answered,
  { seconds }: Outcome,
  alone: Answered | undefined,
): Row {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(0);
  return {
    kind,
    statuses: [...statuses]
      .sort(([a], [b]) => a - b)
      .map(([status, count]) => `${status}: ${count}`)
      .join(", "),
    "a second": (times.length / seconds).toFixed(1),
    median: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
    alone: median(alone?.times ?? []).toFixed(1),
  };
}
