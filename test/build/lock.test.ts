/** One build at a time, and the one that read last writes last. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { folderOf, killed, note, PUBLICATION } from "./folder.ts";
import { holding } from "./holding.ts";

const LOCK = "node_modules/.cache/broadsheet/lock";
const WAITS = "another build is at work here: this one begins when that has ended";
const MANY = Object.fromEntries(
  Array.from({ length: 1200 }, (_, i) => [`n-${i}.md`, note(`Note ${i}`, `author: Author ${i % 5}`)]),
);

test("a build waits for another, says so, and publishes what it reads then", async () => {
  const folder = folderOf({ "a.md": note("Before") });
  const release = await holding(join(folder.path, LOCK));
  const building = folder.build();
  await sleep(1500);
  expect(folder.module()).toBeUndefined();
  folder.put({ "a.md": note("After") });
  release();
  expect(await building).toMatchObject({ status: 0, complaints: [WAITS] });
  expect(folder.module()).toContain('"After"');
});

test("of two builds the one that began later has the last word, though it would be done sooner", async () => {
  const folder = folderOf(MANY);
  await folder.build();
  folder.put({ "publication.toml": PUBLICATION.replace("The Tide", "The Ebb").replace("tide*", "ebb*") });
  const earlier = folder.build();
  await sleep(500);
  folder.put({ "publication.toml": PUBLICATION });
  const ended = await Promise.all([earlier, folder.build()]);
  expect(ended.map(({ status }) => status)).toEqual([0, 0]);
  expect(folder.module()).toContain('"title":"The Tide"');
});

test("a build that was killed keeps no other waiting", async () => {
  const folder = folderOf(MANY);
  await killed(folder, 400);
  expect((await folder.build()).complaints).not.toContain(WAITS);
});

test.each([
  ["a file of something else", (path: string) => writeFileSync(path, "1")],
  ["an empty file", (path: string) => writeFileSync(path, "")],
])("%s in the lock's place keeps nobody from building", async (_, put) => {
  const folder = folderOf({ "a.md": note("A") });
  await folder.build();
  rmSync(join(folder.path, LOCK));
  put(join(folder.path, LOCK));
  expect(await folder.build()).toMatchObject({ status: 0, complaints: [] });
});
