import { answers } from "./answers.ts";
import { reading } from "./reading.ts";

/** Benchmarks by name: `npm run bench`, or `npm run bench -- answers`. */
const BENCHMARKS = { answers, reading } as const;

const asked = process.argv.slice(2);
for (const [name, benchmark] of Object.entries(BENCHMARKS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n${name}`);
  console.table(await benchmark());
}
