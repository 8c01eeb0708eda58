/** The cache knows all code that decides about what it keeps. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { ARCHIVING, READING } from "../../src/build/key.ts";

const SOURCES = "src";

/** The files whose code runs when one does: what it imports, and so on, but for types. */
function reached(path: string, met = new Set<string>()): ReadonlySet<string> {
  if (met.has(path)) return met;
  met.add(path);
  const text = readFileSync(join(SOURCES, path), "utf8");
  const named = text.matchAll(
    /^(?:import|export)(?! type\b)[^;]*?from "(\.[^"]+)"|(?:require|import)\("(\.[^"]+)"\)/gm,
  );
  for (const [, one, other] of named)
    reached(relative(SOURCES, join(SOURCES, dirname(path), one ?? other ?? "")), met);
  return met;
}

const covered = (path: string, code: readonly string[]) =>
  code.some((one) => path === one || path.startsWith(`${one}/`));

test.each([
  ["reading a seed", ["build/batch.ts", "build/packs.ts"], READING],
  ["writing an archive", ["build/bundle.ts", "build/ledger.ts", "build/built.ts"], ARCHIVING],
] as const)("%s: each file it reaches is part of the key", (_, starts, code) => {
  const files = [...new Set(starts.flatMap((start) => [...reached(start)]))];
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((path) => !covered(path, code) && !BESIDE.has(path))).toEqual([]);
});

/** How a file comes to the disk, and what is said of faults, bears on none of its content. */
const BESIDE = new Set(["build/whole.ts", "build/complaint.ts"]);

test("each file of the key is there", () => {
  for (const path of [...READING, ...ARCHIVING]) expect(existsSync(join(SOURCES, path)), path).toBe(true);
});
