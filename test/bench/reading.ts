import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { KINDS } from "../../src/articles/kind.ts";
import { readSeed } from "../../src/articles/seed.ts";
import { median } from "./median.ts";

const CASES = "test/reading/cases";
const OWNERS = "seeds/000_82d2947d75b919a4.txt";
const CUSTOMS = { language: "en", timeZone: "UTC", topics: new Set<string>() };
const ROUNDS = 5;
const ROUND_MILLISECONDS = 1000;

type Row = Readonly<Record<string, string | number>>;

/**
 * How fast articles are read by `readSeed` alone, in this process: the cases of `npm run test:reading`, and the owner's seed.
 * Medians of rounds. What whole builds take, `scale` tells.
 */
export async function reading(): Promise<readonly Row[]> {
  const files = readdirSync(CASES).filter((name) => KINDS.some((kind) => name.endsWith(`.${kind}`)));
  const cases = [...files.map((name) => join(CASES, name)), OWNERS];
  return [rowOfReading(`read ${cases.length} files`, cases), rowOfReading("read the owner's seed", [OWNERS])];
}

function rowOfReading(what: string, paths: readonly string[]): Row {
  const seeds = paths.map((path) => ({ path, bytes: readFileSync(path) }));
  const rates = Array.from({ length: ROUNDS + 1 }, () => {
    const began = performance.now();
    let count = 0;
    for (; performance.now() - began < ROUND_MILLISECONDS; count += seeds.length)
      for (const { path, bytes } of seeds)
        if (!readSeed(path, bytes, CUSTOMS).ok) throw new Error(`${path} is not read`);
    return (count / (performance.now() - began)) * 1000;
  });
  return { what, "articles/s": Math.round(median(rates.slice(1))) }; // The first round warms up.
}
