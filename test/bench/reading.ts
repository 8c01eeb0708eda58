import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { KINDS } from "../../src/articles/kind.ts";
import { readSeed } from "../../src/articles/seed.ts";
import { hasHugo, writeSite } from "./hugo.ts";
import { type Measured, measured } from "./measured.ts";
import { median } from "./median.ts";
import { type Invented, invent, publicationToml, seedOf } from "./seeds.ts";

const CASES = "test/reading/cases";
const OWNERS = "seeds/000_82d2947d75b919a4.txt";
const CUSTOMS = { language: "en", timeZone: "UTC", topics: new Set<string>() };
const ROUNDS = 5;
const ROUND_MILLISECONDS = 1000;

const SEEDS = 10_000;
const LARGE = 100_000;
const RUNS = 3;

type Row = Readonly<Record<string, string | number>>;

/**
 * How fast articles are read, and whole folders built.
 *
 * 1. `readSeed` alone, in this process: the cases of `npm run test:reading`, and the owner's seed. Medians of rounds.
 * 2. 10,000 seeds of the owner's size in five languages, with twenty topics chosen by words, built whole by the command that
 *    `npm run build` runs, beside Hugo building the same articles as Markdown. Medians of alternating runs after one that warms up.
 *
 * 3. What a build costs after another: from nothing, with nothing changed, and after one edit; of 100,000 seeds too with `--large`.
 *
 * The two do different work. Ours detects the language, finds title, date, people, body and topics in the text, and writes the
 * module from which the Worker renders feeds and pages when asked. Hugo is told all of that in front matter, and renders:
 * one bare page per article, RSS with full content for the site, each language (its sections) and each topic. Whatever else
 * it makes by default (lists as HTML, the sitemap) is off. Both use all cores.
 */
export async function reading(): Promise<readonly Row[]> {
  const files = readdirSync(CASES).filter((name) => KINDS.some((kind) => name.endsWith(`.${kind}`)));
  const cases = [...files.map((name) => join(CASES, name)), OWNERS];
  return [
    rowOfReading(`read ${cases.length} files`, cases),
    rowOfReading("read the owner's seed", [OWNERS]),
    ...(await building()),
    ...(await rebuilding(SEEDS)),
    ...(process.argv.includes("--large") ? await rebuilding(LARGE) : []),
  ];
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

async function building(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-bench-"));
  try {
    const articles = invent(SEEDS);
    const builds = [ours(join(folder, "broadsheet"), articles), ...hugos(join(folder, "hugo"), articles)];
    const runs = builds.map((): Measured[] => []);
    for (let run = 0; run <= RUNS; run++)
      for (const [i, { build }] of builds.entries()) {
        const took = await build();
        if (run > 0) runs[i]?.push(took); // The first run warms up.
      }
    const middles = runs.map(middle);
    return builds.map(({ name }, i) => rowOfBuild(name, SEEDS, middles[i], middles[1]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Build {
  readonly name: string;
  readonly build: () => Promise<Measured>;
}

/** Builds after one another, the kinds of them in turn; the first turn warms up. */
async function rebuilding(count: number): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-bench-"));
  try {
    writeSeeds(folder, invent(count));
    let edits = 0;
    const before: Readonly<Record<string, () => void>> = {
      "from nothing": () => forget(folder),
      "nothing changed": () => {},
      "one edit": () => appendFileSync(join(folder, "seeds/00001.txt"), ` ${edits++}.`),
    };
    const runs = Object.keys(before).map((): Measured[] => []);
    for (let run = 0; run <= RUNS; run++)
      for (const [i, change] of Object.values(before).entries()) {
        change();
        const took = await measured(process.execPath, [SCRIPT], folder);
        if (run > 0) runs[i]?.push(took);
      }
    return Object.keys(before).map((name, i) =>
      rowOfBuild(`build ${count} seeds, ${name}`, count, middle(runs[i] ?? []), undefined),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const SCRIPT = resolve("src/build/index.ts");

/** Takes away what was built, and what is kept of it. */
function forget(folder: string): void {
  for (const name of ["src", "node_modules"]) rmSync(join(folder, name), { recursive: true, force: true });
}

function writeSeeds(folder: string, articles: readonly Invented[]): void {
  mkdirSync(join(folder, "seeds"), { recursive: true });
  writeFileSync(join(folder, "seeds/publication.toml"), publicationToml());
  for (const [i, article] of articles.entries())
    writeFileSync(join(folder, `seeds/${String(i).padStart(5, "0")}.txt`), seedOf(article));
}

function ours(folder: string, articles: readonly Invented[]): Build {
  writeSeeds(folder, articles);
  return {
    name: `build ${SEEDS} seeds`,
    build: () => {
      forget(folder);
      return measured(process.execPath, [SCRIPT], folder);
    },
  };
}

/** None where there is none: the table then lacks its row and the ratios. */
function hugos(folder: string, articles: readonly Invented[]): readonly Build[] {
  if (!hasHugo()) {
    console.log("hugo is not on the PATH: nothing to compare with (Debian: apt-get install hugo)");
    return [];
  }
  writeSite(folder, articles);
  const build = () => {
    rmSync(join(folder, "public"), { recursive: true, force: true });
    return measured("hugo", ["--quiet", "--cacheDir", join(folder, "cache")], folder);
  };
  return [{ name: "Hugo, the same as Markdown", build }];
}

const middle = (runs: readonly Measured[]): Measured => ({
  seconds: median(runs.map(({ seconds }) => seconds)),
  cpuSeconds: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
  peakMegabytes: median(runs.map(({ peakMegabytes }) => peakMegabytes)),
});

function rowOfBuild(
  what: string,
  count: number,
  took: Measured | undefined,
  hugo: Measured | undefined,
): Row {
  const { seconds = 0, cpuSeconds = 0, peakMegabytes = 0 } = took ?? {};
  return {
    what,
    "articles/s": Math.round(count / seconds),
    seconds: seconds.toFixed(2),
    "CPU seconds": cpuSeconds.toFixed(2),
    "peak MB": Math.round(peakMegabytes),
    ...(hugo && { "times as fast as Hugo": (hugo.seconds / seconds).toFixed(2) }),
  };
}
