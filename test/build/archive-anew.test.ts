/** What is made of an archive after some changes is what is made of it from nothing, whatever became of the cache. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, inject, test } from "vitest";
import { keeperOf } from "../../src/archive/keeper.ts";
import { buildSeeds } from "../../src/build/build.ts";
import type { Collection } from "../../src/build/built.ts";
import { bundleOf } from "../../src/build/bundle.ts";
import { archiveKeyOf } from "../../src/build/key.ts";
import { ledgerIn } from "../../src/build/ledger.ts";
import { readSeeds } from "../../src/build/read.ts";
import { storeIn } from "../../src/build/store.ts";
import { SeedChanged } from "../../src/build/texts.ts";
import { writeModule } from "../../src/build/write.ts";
import { type Folder, folderOf, moduleAt, note, PUBLICATION, type Seeds } from "./folder.ts";

const CACHE = "node_modules/.cache/broadsheet/seeds";
const LARGE: Seeds = {
  "publication.toml": `url = "https://tide.example"\nentries = 5\nbundled = 10\n${PUBLICATION}`,
};
const COUNT = 130;
const dateOf = (day: number) => new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);
const TITLES = ["High water", "Low water", "Ebb", "Fløde 7", "水位上升"];
const seeds = (count: number): Seeds =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `${i}.md`,
      note(
        `${TITLES[i % 5]} ${i % 40}`,
        `${i % 9 === 0 ? "" : `date: ${dateOf(i)}`}\nauthor: Author ${i % 7}`,
      ),
    ]),
  );

/** Everything that is published: the module, and the files by their names. */
type Published = ReadonlyMap<string, string>;

/** Builds in this process. */
async function build({ path, archivePath, modulePath }: Folder, code = "") {
  const built = await buildSeeds(join(path, "seeds"), join(path, CACHE), () => {});
  if (!built.collection) throw new Error(JSON.stringify(built.problems));
  const store = storeIn(archivePath);
  const ledger = ledgerIn(built.cache, archiveKeyOf(built.collection.publication) + code, store);
  writeModule(modulePath, bundleOf(built.collection, ledger, built.cache.text));
  store.sweep();
  ledger.close();
  const files = readdirSync(archivePath).map(
    (name) => [name, readFileSync(join(archivePath, name), "utf8")] as const,
  );
  return {
    complaints: built.complaints(),
    published: new Map([["module", moduleAt(modulePath)], ...files]),
  };
}

function anew({ path }: Folder): Published {
  const { collection } = readSeeds(join(path, "seeds"));
  if (!collection) throw new Error("the seeds are at fault");
  const files = new Map<string, string>();
  const keeper = keeperOf(({ name, bytes }) => files.set(name, Buffer.from(bytes).toString()));
  writeModule(join(path, "anew.ts"), bundleOf(collection, keeper));
  return new Map([["module", moduleAt(join(path, "anew.ts"))], ...[...files].sort()]);
}

const number = fc.nat(COUNT + 20);
const fact = fc.constantFrom(
  "",
  "date: 2020-02-01",
  "date: 2020-02-01\nupdated: 2024-01-01",
  "date: 2031-01-01",
  "withdrawn: true",
  "withdrawn: true\ndate: 2020-03-01",
  "slug: high-water-3",
  "slug: high-water-4",
  "language: de-AT",
  "author: Author 3\nsource: The Ebb",
  "topics: tides",
);
const change = fc.oneof(
  { weight: 4, arbitrary: fc.record({ number, title: fc.constantFrom(...TITLES), fact }) },
  { weight: 1, arbitrary: fc.record({ drop: number }) },
  { weight: 1, arbitrary: fc.record({ entries: fc.constantFrom(2, 5) }) },
);

function apply(folder: Folder, one: typeof change extends fc.Arbitrary<infer T> ? T : never): void {
  if ("drop" in one) rmSync(join(folder.path, "seeds", `${one.drop}.md`), { force: true });
  else if ("entries" in one)
    folder.put({
      "publication.toml":
        LARGE["publication.toml"]?.toString().replace(/entries = 5/, `entries = ${one.entries}`) ?? "",
    });
  else folder.put({ [`${one.number}.md`]: note(`${one.title} ${one.number % 40}`, one.fact) });
}

/** The most seeds that claim one slug: there may be one. */
const claims = (folder: Folder): number => {
  const texts = readdirSync(join(folder.path, "seeds")).map((name) =>
    readFileSync(join(folder.path, "seeds", name), "utf8"),
  );
  const claiming = (slug: string) => texts.filter((text) => text.includes(`slug: ${slug}\n`)).length;
  return Math.max(claiming("high-water-3"), claiming("high-water-4"));
};

test.each([
  ["where all are bundled", 500],
  ["in an archive", 10],
])("a slug that is stated anew is told everywhere, %s", async (_, bundled) => {
  const toml = LARGE["publication.toml"]?.toString().replace("bundled = 10", `bundled = ${bundled}`) ?? "";
  const folder = folderOf({ ...seeds(40), "publication.toml": toml });
  folder.put({ "7.md": note("High water", "date: 2021-01-01\nslug: hihg-water") });
  await build(folder);
  folder.put({ "7.md": note("High water", "date: 2021-01-01\nslug: high-water") });
  expect((await build(folder)).published).toEqual(anew(folder));
});

test("whatever is added, edited and removed, an archive is what one from nothing is", {
  timeout: 300_000,
}, async () => {
  const histories = fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  });
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const folder = folderOf({ ...seeds(COUNT), ...LARGE });
      await build(folder);
      for (const changes of history) {
        for (const one of changes) apply(folder, one);
        if (claims(folder) > 1) continue;
        const { published, complaints } = await build(folder);
        expect(complaints).toEqual([]);
        expect(published).toEqual(anew(folder));
      }
    }),
    { numRuns: Math.ceil(inject("fuzz") / 300) },
  );
});

test("random bytes anywhere in the cache change nothing of what is published", {
  timeout: 300_000,
}, async () => {
  const folder = folderOf({ ...seeds(COUNT), ...LARGE });
  const expected = anew(folder);
  await build(folder);
  let told = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.boolean(), async (which, at, isLost) => {
      const files = readdirSync(join(folder.path, CACHE), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
      const file = files[which % files.length] ?? "";
      const bytes = readFileSync(file);
      bytes.writeUInt8((bytes.readUInt8(at % bytes.length) + 1) % 256, at % bytes.length);
      writeFileSync(file, bytes);
      // Without the files all texts are asked for again.
      if (isLost) rmSync(folder.archivePath, { recursive: true });
      const { published, complaints } = await build(folder);
      expect(published).toEqual(expected);
      expect(complaints.length).toBeLessThan(2);
      told += complaints.length;
    }),
    { numRuns: Math.ceil(inject("fuzz") / 60) },
  );
  expect(told).toBeGreaterThan(0);
});

test("other code makes all files anew, and a body that was edited only what it stands in", async () => {
  const text = note("Long", `date: ${dateOf(50)}`) + "It stays for an hour, and goes out again. ".repeat(30);
  const folder = folderOf({ ...seeds(COUNT), "50.md": text, ...LARGE });
  const before = await build(folder);
  folder.put({ "50.md": `${text}\n\nThat was all.` });
  const { published } = await build(folder);
  expect(published).toEqual(anew(folder));
  const fresh = [...published.keys()].filter((name) => !before.published.has(name));
  // The hundred it stands in, and the file of their names; its headline says the same.
  expect(fresh).toHaveLength(2);
  expect((await build(folder, "another")).published).toEqual(published);
});

test("of a seed that was edited in the midst of a build nothing is published whose text was lost", async () => {
  const folder = folderOf({ ...seeds(COUNT), ...LARGE });
  await build(folder);
  rmSync(folder.archivePath, { recursive: true });
  const built = await buildSeeds(join(folder.path, "seeds"), join(folder.path, CACHE), () => {});
  if (!built.collection) throw new Error("the seeds are at fault");
  for (const entry of readdirSync(join(folder.path, CACHE), { recursive: true, withFileTypes: true })) {
    if (!/^\d+-\d+$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0, bytes.length >> 1));
  }
  folder.put({ "7.md": note("Another") });
  const bundle = () =>
    bundleOf(
      built.collection as Collection,
      keeperOf(() => {}),
    );
  expect(bundle).toThrow(SeedChanged);
  expect(bundle).toThrow("7.md");
});
