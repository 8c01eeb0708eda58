import { answers } from "./answers.ts";
import { load } from "./load.ts";
import { pages } from "./pages.ts";
import { polling } from "./polling.ts";
import { reading } from "./reading.ts";
import { scale } from "./scale.ts";
import { walk } from "./walk.ts";

/** How many articles `scale` is tried with: `npm run bench -- scale --100000 --1000000` tries more. */
const SIZES = [
  100,
  1000,
  10_000,
  ...[100_000, 1_000_000].filter((size) => process.argv.includes(`--${size}`)),
];

/** What stands behind a flag: `--seconds=20`. */
const told = (flag: string): string | undefined =>
  process.argv.find((word) => word.startsWith(`--${flag}=`))?.slice(flag.length + 3);

/** Benchmarks by name: `npm run bench`, or `npm run bench -- answers`. */
const BENCHMARKS = {
  answers: () => answers({ rounds: 5, seconds: 2 }),
  reading,
  polling,
  pages,
  scale: () => scale(SIZES, told("folder")),
} as const;
/** Those that take long are made when they are asked for: `npm run bench -- load`. */
const LONG = {
  load: () => load(Number(told("seconds") ?? 300), told("folder")),
  walk: () => walk(Number(told("articles") ?? 100_000), told("folder")),
} as const;
/** `npm run bench -- --smoke` shows in some seconds that Workers can still be measured: its figures mean nothing. */
const SMOKE = { "answers, too short to mean anything": () => answers({ rounds: 1, seconds: 0.2 }) } as const;

const asked = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const benchmarks = process.argv.includes("--smoke")
  ? SMOKE
  : asked.length > 0
    ? { ...BENCHMARKS, ...LONG }
    : BENCHMARKS;
for (const [name, benchmark] of Object.entries(benchmarks)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n${name}`);
  console.table(await benchmark());
}
