/** Builds of an archive that end before they are over: what is published is then what was, or what is to be, and whole. */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, inject, test } from "vitest";
import { keeperOf } from "../../src/archive/keeper.ts";
import { bundleOf } from "../../src/build/bundle.ts";
import { readSeeds } from "../../src/build/read.ts";
import { writeModule } from "../../src/build/write.ts";
import { type Folder, folderOf, killed, moduleAt, note, PUBLICATION, type Seeds } from "./folder.ts";

const COUNT = 150;
const seedsOf = (word: string): Seeds => ({
  "publication.toml": `url = "https://tide.example"\nentries = 5\nbundled = 10\n${PUBLICATION}`,
  ...Object.fromEntries(
    Array.from({ length: COUNT }, (_, i) => [
      `${i}.md`,
      note(`${i % 40 === 0 ? word : "Tide"} ${i}`, `date: 2024-06-19\nauthor: Author ${i % 9}`),
    ]),
  ),
});
/** An editor changes some of them, and changes them back. */
const VERSIONS = [seedsOf("Ebb"), seedsOf("Flow")] as const;

/** What is published: the module, and the names of the files. */
interface Published {
  readonly module: string | undefined;
  readonly names: readonly string[];
}

function anew(folder: Folder, seeds: Seeds): Published {
  folder.put(seeds);
  const { collection } = readSeeds(join(folder.path, "seeds"));
  if (!collection) throw new Error("the seeds are at fault");
  const names = new Set<string>();
  writeModule(
    join(folder.path, "anew.ts"),
    bundleOf(
      collection,
      keeperOf(({ name }) => names.add(name)),
    ),
  );
  return { module: moduleAt(join(folder.path, "anew.ts")), names: [...names].sort() };
}

const published = ({ module, archivePath }: Folder): Published => ({
  module: module(),
  names: readdirSync(archivePath).sort(),
});

test("an archive whose build was killed at any moment is whole", { timeout: 600_000 }, async () => {
  const folder = folderOf(VERSIONS[0]);
  const expected = VERSIONS.map((seeds) => anew(folder, seeds));
  folder.put(VERSIONS[0]);
  expect((await folder.build()).status).toBe(0);
  const kills = Math.ceil(inject("fuzz") / 60);
  const moments = fc.record({ milliseconds: fc.integer({ min: 100, max: 1500 }), isCold: fc.boolean() });
  for (const [i, { milliseconds, isCold }] of fc.sample(moments, kills).entries()) {
    const next = (i + 1) % 2;
    folder.put(VERSIONS[next] ?? {});
    if (isCold) rmSync(join(folder.path, "node_modules"), { recursive: true, force: true });
    await killed(folder, milliseconds);
    const left = published(folder);
    const which = expected.find(({ module }) => module === left.module);
    expect(left.names, `killed after ${milliseconds} ms`).toEqual(
      expect.arrayContaining([...(which?.names ?? ["none"])]),
    );
    expect(await folder.build()).toMatchObject({ status: 0, complaints: [] });
    expect(published(folder), `killed after ${milliseconds} ms`).toEqual(expected[next]);
  }
});

test("two builds of different seeds leave the files of one of them", { timeout: 600_000 }, async () => {
  const folder = folderOf(VERSIONS[0]);
  const expected = VERSIONS.map((seeds) => anew(folder, seeds));
  for (let turn = 0; turn < 4; turn++) {
    const first = folder.build();
    folder.put(VERSIONS[turn % 2] ?? {});
    const ended = await Promise.all([first, folder.build()]);
    for (const { status } of ended) expect(status).toBe(0);
    const left = published(folder);
    const which = expected.find(({ module }) => module === left.module);
    // The one may have read some seeds before and some after they were changed: then its files are neither's, but whole.
    if (which) expect(left.names).toEqual(which.names);
    expect((await folder.build()).status).toBe(0);
    expect(published(folder)).toEqual(expected[turn % 2]);
  }
});
