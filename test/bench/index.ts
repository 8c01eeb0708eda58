import { answers } from "./answers.ts";
import { pages } from "./pages.ts";
import { polling } from "./polling.ts";
import { reading } from "./reading.ts";

/** Benchmarks by name: `npm run bench`, or `npm run bench -- answers`. */
const BENCHMARKS = { answers: () => answers({ rounds: 5, seconds: 2 }), reading, polling, pages } as const;
/** `npm run bench -- --smoke` shows in some seconds that Workers can still be measured: its figures mean nothing. */
const SMOKE = { "answers, too short to mean anything": () => answers({ rounds: 1, seconds: 0.2 }) } as const;

const asked = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const benchmarks = process.argv.includes("--smoke") ? SMOKE : BENCHMARKS;
for (const [name, benchmark] of Object.entries(benchmarks)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n${name}`);
  console.table(await benchmark());
}
