import { type Heap, heapOf, type Inspector } from "./inspector.ts";
import { median } from "./median.ts";
import { residentMegabytes } from "./watched.ts";

type Row = Readonly<Record<string, string | number>>;

/** What may be held more at the end than at the beginning: a tenth, or some megabytes, as what is kept is bounded but may not be full yet. */
const MOST_GROWTH = 1.1;
const MOST_MORE = 10;
/** Megabytes that an isolate may hold once garbage was collected: half of what Cloudflare grants it. */
const MOST_HEAP = 64;

interface Sample {
  readonly resident: number;
  readonly heap: number;
}

/** Milliseconds between samples. */
const EVERY = 1000;

/** What the process and the isolate hold, each second. */
export function sampling(pid: number, inspector: Inspector) {
  const samples: Sample[] = [];
  const timer = setInterval(async () => {
    const { objects, buffers } = await heapOf(inspector);
    samples.push({ resident: residentMegabytes(pid), heap: objects + buffers });
  }, EVERY);
  return { samples, stop: () => clearInterval(timer) };
}

const whole = ({ objects, buffers }: Heap): number => objects + buffers;

interface Memory extends Row {
  readonly "second fifth": string;
  readonly "last fifth": string;
  readonly growth: string;
}

/** What was held in the second fifth of the time and in the last, at most, and after collections of garbage before and after. */
export function memoryOf(samples: readonly Sample[], before: Heap, after: Heap): readonly Memory[] {
  const fifth = (number: number, of: keyof Sample): readonly number[] =>
    samples
      .slice(((number - 1) * samples.length) / 5, (number * samples.length) / 5)
      .map((sample) => sample[of]);
  const row = (megabytes: string, start: number, end: number, peak: number): Memory => ({
    megabytes,
    "second fifth": start.toFixed(1),
    "last fifth": end.toFixed(1),
    peak: peak.toFixed(1),
    growth: (end / start).toFixed(3),
  });
  const rowOf = (name: string, of: keyof Sample): Memory =>
    row(name, median(fifth(2, of)), median(fifth(5, of)), Math.max(...samples.map((sample) => sample[of])));
  return [
    rowOf("the process", "resident"),
    rowOf("the isolate, garbage and all", "heap"),
    row("after a collection, before and after", whole(before), whole(after), whole(after)),
    row("of these, buffers", before.buffers, after.buffers, after.buffers),
  ];
}

/** What is wrong with that. */
export const growthIn = (memory: readonly Memory[]): readonly string[] => [
  ...memory
    .slice(0, 3)
    .filter((row) => Number(row.growth) > MOST_GROWTH)
    .filter((row) => Number(row["last fifth"]) - Number(row["second fifth"]) > MOST_MORE)
    .map(({ megabytes, growth }) => `${megabytes}: grew to ${growth} times of what it was`),
  ...memory
    .slice(2, 3)
    .filter((row) => Number(row["last fifth"]) > MOST_HEAP)
    .map((row) => `the isolate holds ${row["last fifth"]} MB`),
];
