/** More articles than are to be bundled: the build writes the rest into files beside the module. */
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderOf, note, PUBLICATION, type Seeds } from "./folder.ts";

const dateOf = (number: number) => new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
const seeds = (count: number): Seeds =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`n-${i}.md`, note(`Note ${i}`, `date: ${dateOf(i)}`)]),
  );
const bundling = (count: number): Seeds => ({
  "publication.toml": `entries = 5\nbundled = ${count}\n${PUBLICATION}`,
});

/** The files of documents that were written ahead: of everything and of one topic, in three formats. */
const readyFiles = (module = ""): ReadonlySet<string> => new Set(module.match(/(?<="file":")[^"]+/g));

/** The lines of articles. */
const ARTICLES = /^\{"title":/gm;
const COUNT = 230;
const large = () => folderOf({ ...seeds(COUNT), ...bundling(100) });

test("the module holds the newest articles, and names what is in the files", async () => {
  const folder = large();
  expect((await folder.build()).status).toBe(0);
  const module = folder.module() ?? "";
  expect(module.match(ARTICLES)).toHaveLength(30);
  expect(module).toContain('"Note 229"');
  expect(module).not.toContain('"Note 7"');
  expect(folder.archive().size).toBeGreaterThan(5);
  for (const name of folder.archive().keys()) expect(name).toMatch(/^[0-9a-f]{32}\.jsonl$/);
});

test("as many articles as may be bundled are, and of files there are only the feeds that were written ahead", async () => {
  const folder = folderOf({ ...seeds(20), ...bundling(20) });
  await folder.build();
  expect(folder.module()?.match(ARTICLES)).toHaveLength(20);
  expect(folder.archive().size).toBe(6);
  expect(new Set(folder.archive().keys())).toEqual(readyFiles(folder.module()));
});

test("what fits again takes its files away", async () => {
  const folder = large();
  await folder.build();
  folder.put(bundling(500));
  await folder.build();
  expect(new Set(folder.archive().keys())).toEqual(readyFiles(folder.module()));
});

test("a build of the same seeds writes no file anew", async () => {
  const folder = large();
  await folder.build();
  const before = folder.archive();
  await folder.build();
  expect(folder.archive()).toEqual(before);
});

test("a newer article leaves full files as they are, and no file stays that nothing names", async () => {
  const folder = large();
  await folder.build();
  const before = folder.archive();
  const full = [...before.keys()].filter((name) => holdsFull(folder.archivePath, name));
  expect(full).toHaveLength(2);
  folder.put({ "newer.md": note("Newer", "date: 2024-01-01") });
  await folder.build();
  const after = folder.archive();
  for (const name of full) expect(after.get(name)).toBe(before.get(name));
  expect(Math.abs(after.size - before.size)).toBeLessThan(3);
});

test("a file that was cut short is written anew, one that was left unfinished is taken away, one that is lost comes back", async () => {
  const folder = large();
  await folder.build();
  const names = readdirSync(folder.archivePath);
  const [cut = "", lost = ""] = names;
  truncateSync(join(folder.archivePath, cut), 10);
  rmSync(join(folder.archivePath, lost));
  writeFileSync(join(folder.archivePath, `${"0".repeat(32)}.jsonl.999999999.tmp`), "{");
  await folder.build();
  expect(readdirSync(folder.archivePath)).toEqual(names);
});

test("a file of the same size with other bytes is written anew before it could be published", async () => {
  const folder = large();
  await folder.build();
  const [name = ""] = readdirSync(folder.archivePath);
  const path = join(folder.archivePath, name);
  const bytes = readFileSync(path);
  writeFileSync(path, Buffer.from(bytes).fill("x", bytes.length - 3, bytes.length - 2));
  expect(readFileSync(path).equals(bytes)).toBe(false);
  await folder.build({ WRANGLER_COMMAND: "deploy" });
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test("a build that fails touches neither the module nor a file", async () => {
  const folder = large();
  await folder.build();
  const [module, files] = [folder.module(), folder.archive()];
  folder.put({ "bad.md": note("Bad", "date: 2024-02-30") });
  expect((await folder.build()).status).toBe(1);
  expect([folder.module(), folder.archive()]).toEqual([module, files]);
});

test("bundled is a whole number", async () => {
  const folder = folderOf({ "publication.toml": `bundled = 1.5\n${PUBLICATION}` });
  expect((await folder.build()).complaints).toEqual([
    'seeds/publication.toml:1: bundled: a whole number; found "1.5"',
  ]);
});

/** Whether a file holds a hundred articles. */
const holdsFull = (folder: string, name: string): boolean => {
  const lines = readFileSync(join(folder, name), "utf8").split("\n");
  return lines.length === 102 && lines[1]?.includes("contentHtml") === true;
};
