import { median } from "./median.ts";
import { cpuMilliseconds } from "./watched.ts";
import { type Running, serve } from "./workerd.ts";

/** What a fresh process took, in milliseconds: processor time of all its threads, and time. */
export interface Fresh {
  /** Until it listens. */
  readonly startCpu: number;
  readonly start: number;
  /** From its start until the last byte of its first answer. */
  readonly answered: number;
  /** Of the first answer alone, and of the second. */
  readonly firstCpu: number;
  readonly secondCpu: number;
}

/** Starts a Worker anew and asks it twice. */
export async function freshly(start: () => Promise<Running>, path: string): Promise<Fresh> {
  const worker = await start();
  try {
    const listening = performance.now();
    const startCpu = cpuMilliseconds(worker.pid);
    await ask(worker.url + path);
    const answered = performance.now();
    const first = cpuMilliseconds(worker.pid);
    await ask(worker.url + path);
    const second = cpuMilliseconds(worker.pid);
    return {
      startCpu,
      start: listening - worker.began,
      answered: answered - worker.began,
      firstCpu: first - startCpu,
      secondCpu: second - first,
    };
  } finally {
    worker.stop();
  }
}

/** With what most readers send. */
const HEADERS = { "accept-encoding": "gzip, deflate, br" };

async function ask(url: string): Promise<void> {
  const answer = await fetch(url, { headers: HEADERS });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
}

/** What Workers take when they are started in turn, so many times each: medians. The first turn warms up the disk's cache. */
export async function freshInTurn(
  starts: readonly (() => Promise<Running>)[],
  path: string,
  times: number,
): Promise<readonly Fresh[]> {
  const all = starts.map((): Fresh[] => []);
  for (let time = 0; time <= times; time++)
    for (const [i, start] of starts.entries()) {
      const took = await freshly(start, path);
      if (time > 0) all[i]?.push(took);
    }
  return all.map(middle);
}

const middle = (all: readonly Fresh[]): Fresh => ({
  startCpu: median(all.map(({ startCpu }) => startCpu)),
  start: median(all.map(({ start }) => start)),
  answered: median(all.map(({ answered }) => answered)),
  firstCpu: median(all.map(({ firstCpu }) => firstCpu)),
  secondCpu: median(all.map(({ secondCpu }) => secondCpu)),
});

/** A Worker that does nothing but answer, to be taken off. */
export const bare = (): Promise<Running> =>
  serve("test/bench/bare.ts", {
    data: {
      STATUS: "200",
      HEADERS: JSON.stringify({ "content-type": "text/plain" }),
      CONTENT: new Uint8Array([46]),
    },
  });
