import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, inject, test } from "vitest";
import { keeperOf } from "../../src/archive/keeper.ts";
import { buildSeeds } from "../../src/build/build.ts";
import { bundleOf } from "../../src/build/bundle.ts";
import { readSeeds } from "../../src/build/read.ts";
import { report } from "../../src/build/report.ts";
import { writeModule } from "../../src/build/write.ts";
import { type Folder, folderOf, moduleAt, note, PUBLICATION, type Seeds } from "./folder.ts";

const CACHE = "node_modules/.cache/broadsheet/seeds";

const NO_ARCHIVE = keeperOf(() => {});

/** Builds in this process: a process for each would take too long. */
async function build({ path }: Folder) {
  const seeds = join(path, "seeds");
  const built = await buildSeeds(seeds, join(path, CACHE), () => {});
  const module = moduleOf(path, "cached.ts", built);
  return { ...built, lines: report(built, "seeds"), module, complaints: built.complaints() };
}

/** What a build from nothing says of the same folder. */
function buildAnew({ path }: Folder) {
  const built = readSeeds(join(path, "seeds"));
  return { lines: report(built, "seeds"), module: moduleOf(path, "anew.ts", built) };
}

function moduleOf(path: string, name: string, { collection }: ReturnType<typeof readSeeds>) {
  if (!collection) return undefined;
  writeModule(join(path, name), bundleOf(collection, NO_ARCHIVE));
  return moduleAt(join(path, name));
}

async function expectAsAnew(folder: Folder) {
  const built = await build(folder);
  expect({ lines: built.lines, module: built.module }).toEqual(buildAnew(folder));
  return built;
}

/** The files of the cache, and the folders in which the packs are. */
const filesIn = ({ path }: Folder): readonly string[] =>
  readdirSync(join(path, CACHE), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const some = (count: number): Seeds =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`${i}.txt`, `Tide ${i}\n\nThe water comes in at noon on ${i}.`]),
  );

test("a seed that did not change is not read again, and one that did is", async () => {
  const folder = folderOf(some(20));
  expect(await build(folder)).toMatchObject({ read: 20, asBefore: 0 });
  expect(await build(folder)).toMatchObject({ read: 0, asBefore: 20 });
  folder.put({ "3.txt": "Ebb\n\nThe water goes out." });
  expect(await expectAsAnew(folder)).toMatchObject({ read: 1, asBefore: 19 });
});

test("a seed whose times alone changed is not read again", async () => {
  const folder = folderOf(some(3));
  await build(folder);
  utimesSync(join(folder.path, "seeds/1.txt"), 1000, 1000);
  expect(await build(folder)).toMatchObject({ read: 0, asBefore: 3 });
});

test("a seed that is edited at once, to as many bytes and with its old time, is read again", async () => {
  const folder = folderOf({ "a.md": note("High") });
  await build(folder);
  const file = join(folder.path, "seeds/a.md");
  const { atime, mtime } = statSync(file);
  folder.put({ "a.md": note("Ebbs") });
  utimesSync(file, atime, mtime);
  expect((await expectAsAnew(folder)).module).toContain('"title":"Ebbs"');
});

test("problems and warnings are told at every build", async () => {
  const folder = folderOf({ "a.txt": "Tide\n\nThe water comes in.", "b.md": note("B", "date: 2024-02-30") });
  const first = await build(folder);
  const second = await expectAsAnew(folder);
  expect(second.lines).toEqual(first.lines);
  expect(second).toMatchObject({ read: 0, asBefore: 2 });
  expect(second.lines).toHaveLength(2);
});

test("what is no longer used is thrown away", async () => {
  const folder = folderOf(some(30));
  await build(folder);
  const before = filesIn(folder).reduce((sum, file) => sum + statSync(file).size, 0);
  for (let i = 1; i < 30; i++) folder.drop(`${i}.txt`);
  for (const title of ["B", "C", "D", "E"]) {
    folder.put({ "publication.toml": PUBLICATION.replace('"tide*"', `"${title}"`) });
    await build(folder);
  }
  expect(readdirSync(join(folder.path, CACHE))).toHaveLength(3); // The statuses, this publication's and the one before.
  expect(filesIn(folder).reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(before);
});

test("what a build that was killed left unfinished is thrown away", async () => {
  const folder = folderOf(some(3));
  await build(folder);
  writeFileSync(`${filesIn(folder)[0]}.999999999.tmp`, "half");
  await build(folder);
  expect(filesIn(folder).filter((file) => file.endsWith(".tmp"))).toEqual([]);
});

const NAMES = ["a.txt", "b.md", "c.html", "d/a.txt", "d/e.md"];
const TEXTS = [
  "Tide\n\nThe water comes in at noon, and the tide is high.",
  "Ebb \n\nThe water goes out at noon, and the tide is low. ",
  "# Ebbe\n\nDas Wasser kommt am Mittag an den Strand zurück.",
  note("Same", "slug: same"),
  note("Day", "date: 2024-06-19T10:00:00"),
  note("Day", "date: 2024-02-30"),
  note("Gone", "withdrawn: true\ntopics: tides"),
  "",
];
const PUBLICATIONS = [
  PUBLICATION,
  PUBLICATION.replace('"tide*"', '"water"'),
  PUBLICATION.replace("[[", 'time_zone = "Asia/Tokyo"\n[['),
  PUBLICATION.replace('"en"', '"de"'),
  PUBLICATION.replace('id = "tides"', 'id = "floods"'),
  PUBLICATION.replace("[[", "entries = 0\n[["),
  PUBLICATION.replace("5f0c9a52", "6f0c9a52"),
];
const name = fc.constantFrom(...NAMES);
const change = fc.oneof(
  { weight: 6, arbitrary: fc.record({ put: name, text: fc.constantFrom(...TEXTS) }) },
  { weight: 2, arbitrary: fc.record({ drop: name }) },
  { weight: 2, arbitrary: fc.record({ rename: name, to: name }) },
  { weight: 2, arbitrary: fc.record({ publication: fc.constantFrom(...PUBLICATIONS) }) },
);

function apply(folder: Folder, one: typeof change extends fc.Arbitrary<infer T> ? T : never): void {
  const at = (path: string) => join(folder.path, "seeds", path);
  if ("put" in one) folder.put({ [one.put]: one.text });
  else if ("drop" in one) rmSync(at(one.drop), { force: true });
  else if ("publication" in one) folder.put({ "publication.toml": one.publication });
  else if (statSync(at(one.rename), { throwIfNoEntry: false })) renameSync(at(one.rename), at(one.to));
}

test("whatever is added, edited, renamed and removed, a build is what one from nothing is", async () => {
  const histories = fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const folder = folderOf({ "d/e.md": note("E"), "d/a.txt": "" });
      for (const changes of history) {
        for (const one of changes) apply(folder, one);
        await expectAsAnew(folder);
      }
    }),
    { numRuns: Math.ceil(inject("fuzz") / 100) },
  );
});

test("damaged packs are told in one line, and their seeds read again", async () => {
  const folder = folderOf({ ...some(20), "b.md": note("B", "date: 2024-06-19") });
  const damages: readonly ((bytes: Buffer) => Buffer)[] = [
    (bytes) => bytes.subarray(0, bytes.length >> 1),
    () => Buffer.of(),
    (bytes) => Buffer.concat([bytes, Buffer.from("x")]),
    (bytes) => Buffer.from(bytes.map((byte, i) => (i === 40 ? byte ^ 1 : byte))),
    (bytes) => Buffer.from(bytes.map((byte, i) => (i === bytes.length - 9 ? byte ^ 128 : byte))),
  ];
  await build(folder);
  for (const damage of damages) {
    for (const file of filesIn(folder)) writeFileSync(file, damage(readFileSync(file)));
    const { complaints, read } = await expectAsAnew(folder);
    expect(complaints).toEqual([
      expect.stringMatching(/seeds: warning: packs as they were written; found 1 damaged/),
    ]);
    expect(read).toBe(21);
  }
});

test("random bytes anywhere in the cache change nothing of what is built", async () => {
  const folder = folderOf(some(20));
  await build(folder);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.nat(),
      fc.uint8Array({ minLength: 1, maxLength: 8 }),
      async (which, at, bytes) => {
        const files = filesIn(folder);
        const file = files[which % files.length] ?? "";
        const content = readFileSync(file);
        content.set(bytes.subarray(0, content.length), at % Math.max(1, content.length - bytes.length));
        writeFileSync(file, content);
        expect((await expectAsAnew(folder)).complaints.length).toBeLessThan(2);
      },
    ),
    { numRuns: Math.ceil(inject("fuzz") / 100) },
  );
});

test("swapped files of the cache change nothing of what is built", async () => {
  const folder = folderOf({ ...some(900), "publication.toml": `bundled = 1000\n${PUBLICATION}` });
  await build(folder);
  const [one = "", other = "", third = ""] = filesIn(folder);
  renameSync(one, `${one}~`);
  renameSync(other, one);
  renameSync(third, other);
  renameSync(`${one}~`, third);
  await expectAsAnew(folder);
  expect(await build(folder)).toMatchObject({ read: 0, complaints: [] });
});
