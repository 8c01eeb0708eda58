import { answers } from "./answers.ts";
import { pages } from "./pages.ts";
import { polling } from "./polling.ts";
import { reading } from "./reading.ts";
import { scale } from "./scale.ts";

/** How many articles `scale` is tried with: `npm run bench -- scale --100000 --1000000` tries more. */
const SIZES = [
  100,
  1000,
  10_000,
  ...[100_000, 1_000_000].filter((size) => process.argv.includes(`--${size}`)),
];

/** Benchmarks by name: `npm run bench`, or `npm run bench -- answers`. */
const BENCHMARKS = {
  answers: () => answers({ rounds: 5, seconds: 2 }),
  reading,
  polling,
  pages,
  scale: () => scale(SIZES),
} as const;
/** `npm run bench -- --smoke` shows in some seconds that Workers can still be measured: its figures mean nothing. */
const SMOKE = { "answers, too short to mean anything": () => answers({ rounds: 1, seconds: 0.2 }) } as const;

const asked = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const benchmarks = process.argv.includes("--smoke") ? SMOKE : BENCHMARKS;
for (const [name, benchmark] of Object.entries(benchmarks)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n${name}`);
  console.table(await benchmark());
}
