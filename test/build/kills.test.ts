import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { expect, inject, onTestFinished, test } from "vitest";
import { keeperOf } from "../../src/archive/keeper.ts";
import { buildSeeds } from "../../src/build/build.ts";
import { bundleOf } from "../../src/build/bundle.ts";
import { readSeeds } from "../../src/build/read.ts";
import { writeModule } from "../../src/build/write.ts";
import { type Folder, folderOf, killed, moduleAt, note, type Seeds } from "./folder.ts";

const CACHE = "node_modules/.cache/broadsheet/seeds";
const MANY: Seeds = Object.fromEntries(
  Array.from({ length: 200 }, (_, i) => [`${i}.md`, note(`Tide ${i}`, "date: 2024-06-19")]),
);

const NO_ARCHIVE = keeperOf(() => {});

/** The module that a build from nothing makes. */
function anew({ path }: Folder): string {
  const { collection } = readSeeds(join(path, "seeds"));
  if (!collection) throw new Error("the seeds are at fault");
  writeModule(join(path, "anew.ts"), bundleOf(collection, NO_ARCHIVE));
  return moduleAt(join(path, "anew.ts"));
}

const deleteCache = ({ path }: Folder) =>
  rmSync(join(path, CACHE), { recursive: true, force: true, maxRetries: 5 });

/** What a folder holds beside that of the archive, which there may be from the first moment on. */
const besideArchive = (folder: string) => readdirSync(folder).filter((name) => name !== "archive");

/** The module, and the one file that it names. */
const BUNDLED = [expect.stringMatching(/^[0-9a-f]{32}\.bin$/), "publication.ts"];

test("a build that was killed at any moment leaves the next one right", { timeout: 600_000 }, async () => {
  const SIDE_BY_SIDE = 4;
  const moments = fc.record({ milliseconds: fc.nat(1000), cold: fc.boolean() });
  const each = Math.ceil(inject("fuzz") / 60 / SIDE_BY_SIDE);
  const tries = fc.sample(fc.array(moments, { minLength: each, maxLength: each }), SIDE_BY_SIDE);
  const folders = tries.map(() => folderOf(MANY));
  const [expected] = folders.map(anew);
  const inTurn = async (folder: Folder, turns: (typeof tries)[number]) => {
    for (const { milliseconds, cold } of turns) {
      if (cold) deleteCache(folder);
      await killed(folder, milliseconds);
      expect([undefined, expected], `killed after ${milliseconds} ms`).toContain(folder.module());
      const seeds = join(folder.path, "seeds");
      const { collection, complaints } = await buildSeeds(seeds, join(folder.path, CACHE), () => {});
      if (collection) writeModule(folder.modulePath, bundleOf(collection, NO_ARCHIVE));
      expect(complaints()).toEqual([]);
      expect(folder.module() === expected, `killed after ${milliseconds} ms`).toBe(true);
      expect(besideArchive(join(folder.path, "src/generated"))).toEqual(BUNDLED);
      rmSync(folder.modulePath);
    }
  };
  await Promise.all(folders.map((folder, i) => inTurn(folder, tries[i] ?? [])));
});

test("the cache may be deleted during a build", async () => {
  const folder = folderOf(MANY);
  const expected = anew(folder);
  for (let turn = 0; turn < 2; turn++) {
    const building = folder.build();
    let over = false;
    building.finally(() => {
      over = true;
    });
    while (!over) {
      deleteCache(folder);
      await setTimeout(5);
    }
    expect(await building).toMatchObject({ status: 0 });
    expect(folder.module() === expected).toBe(true);
  }
});

test("two builds at once do each other no harm", async () => {
  const folder = folderOf(MANY);
  const expected = anew(folder);
  for (const cold of [true, false]) {
    if (cold) deleteCache(folder);
    for (const { status, complaints } of await Promise.all([folder.build(), folder.build()])) {
      expect(status).toBe(0);
      for (const complaint of complaints) expect(complaint).toMatch(/^another build is at work here: /);
    }
    expect(folder.module() === expected).toBe(true);
  }
});

/** A disk of 64 KB at a folder, until its test is over. */
function smallDiskAt(path: string): void {
  mkdirSync(path, { recursive: true });
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", path]).status !== 0)
    throw new Error(`${path} cannot be mounted`);
  onTestFinished(() => {
    spawnSync("umount", [path]);
  });
}

/** Whether a disk may be mounted here: as root on Linux, and not in every container. */
const mounts = (() => {
  const path = mkdtempSync(join(tmpdir(), "broadsheet-mount-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", path]).status === 0;
  if (mounted) spawnSync("umount", [path]);
  rmSync(path, { recursive: true });
  return mounted;
})();
const REASON = mounts ? "" : " (skipped: only root may mount a small disk)";

test.skipIf(!mounts)(`a full disk for the cache is a warning${REASON}`, async () => {
  const folder = folderOf(MANY);
  smallDiskAt(join(folder.path, "node_modules"));
  const { status, complaints } = await folder.build();
  expect(complaints).toEqual([
    expect.stringMatching(/^node_modules\/\.cache\/broadsheet\/seeds: warning: .*; found ENOSPC: no space/),
  ]);
  expect(status).toBe(0);
  expect(folder.module() === anew(folder)).toBe(true);
});

test.skipIf(!mounts)(`a full disk for the module fails, and leaves the earlier one${REASON}`, async () => {
  const folder = folderOf({ "a.md": note("A") });
  const generated = join(folder.path, "src/generated");
  smallDiskAt(generated);
  await folder.build();
  const earlier = folder.module();
  folder.put(MANY);
  const { status, out, complaints } = await folder.build();
  expect(complaints).toEqual([
    expect.stringMatching(/^src\/generated\/[\w./]+: .*; found ENOSPC: no space left on device$/),
  ]);
  expect({ status, out }).toEqual({ status: 1, out: "" });
  expect(folder.module()).toBe(earlier);
  expect(besideArchive(generated)).toEqual(BUNDLED);
});

test("a cache that cannot be written is a warning", async () => {
  const folder = folderOf({ "a.md": note("A") });
  folder.put({ "../node_modules": "a file" });
  const { status, complaints } = await folder.build();
  expect(complaints).toEqual([expect.stringMatching(/^node_modules\/\.cache\/\S+: warning: .*; found E/)]);
  expect(status).toBe(0);
});
