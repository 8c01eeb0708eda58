import { cpSync, readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { articlesOf } from "../../src/build/bundle.ts";
import { readSeeds } from "../../src/build/read.ts";
import { folderOf, note, PUBLICATION } from "./folder.ts";

const SUMMARY =
  /^built \d+ articles?, \d+ topics?, \d+ languages? in \d+ ms: \d+ seeds? read, \d+ as before\n$/;

test("a good folder is built, and the build says what it built", async () => {
  const folder = folderOf({
    "a.md": note("A"),
    "b.txt": "Der Titel\n\nDas Wasser kommt am Mittag an den Strand zurück.",
  });
  const { status, out } = await folder.build();
  expect(out).toMatch(SUMMARY);
  expect(out).toMatch(/^built 2 articles, 1 topic, 2 languages in /);
  expect(status).toBe(0);
  expect(folder.module()).toContain('"title":"A"');
});

test("a folder without articles is built, and says so", async () => {
  expect(await folderOf({}).build()).toMatchObject({
    status: 0,
    out: expect.stringMatching(/^built 0 articles, 1 topic, 0 languages in /),
    complaints: [],
  });
});

test("the bundled seeds give the same bytes in two processes, without a complaint", async () => {
  const folders = [folderOf({}), folderOf({})];
  for (const { path } of folders) cpSync("seeds", join(path, "seeds"), { recursive: true, force: true });
  const ended = await Promise.all(folders.map(({ build }) => build()));
  for (const { status, out, complaints } of ended) {
    expect(complaints).toEqual([]);
    expect(out).toMatch(SUMMARY);
    expect(status).toBe(0);
  }
  const [first, second] = folders.map(({ module }) => module());
  expect(first).toBe(second);
  expect(first).not.toBe(undefined);
});

test("the owner's seed lies in the folder byte for byte", () => {
  const name = "000_82d2947d75b919a4.txt";
  expect(readFileSync(join("seeds", name)).byteLength).toBe(3434);
  expect(readdirSync("seeds")).toContain("publication.toml");
});

test("nothing is written when nothing changed, and all of it when something did", async () => {
  const folder = folderOf({ "a.md": note("A") });
  await folder.build();
  utimesSync(folder.modulePath, 1000, 1000);
  await folder.build();
  expect(statSync(folder.modulePath).mtimeMs).toBe(1_000_000);
  folder.put({ "a.md": note("B") });
  await folder.build();
  expect(statSync(folder.modulePath).mtimeMs).toBeGreaterThan(1_000_000);
  expect(folder.module()).toContain('"title":"B"');
});

test("a build leaves nothing but the module and its file, the cache, and the folder of an archive that it does not need", async () => {
  const folder = folderOf({ "a.md": note("A") });
  await folder.build();
  const names = readdirSync(join(folder.path, "src/generated"));
  expect(names.filter((name) => /^[0-9a-f]{32}\.bin$/.test(name))).toHaveLength(1);
  expect(names.filter((name) => !name.endsWith(".bin")).toSorted()).toEqual(["archive", "publication.ts"]);
  expect(readdirSync(folder.path).toSorted()).toEqual(["node_modules", "seeds", "src"]);
});

test("a publication in UTF-16 is read like any other file", async () => {
  const folder = folderOf({ "publication.toml": Buffer.from(`\uFEFF${PUBLICATION}`, "utf16le") });
  expect(await folder.build()).toMatchObject({ status: 0 });
});

test("an article without a date is built, with a warning that names it", async () => {
  const folder = folderOf({
    "a.txt": "High water\n\nThe tide comes in, and nobody on the pier is surprised.",
  });
  const { status, complaints } = await folder.build();
  expect(complaints).toEqual([expect.stringMatching(/^seeds\/a\.txt:\d+: warning: .*date/)]);
  expect(status).toBe(0);
});

test("a document of a word processor is not read, and the build says so", async () => {
  const folder = folderOf({
    "publication.toml": PUBLICATION,
    "a.md": note("A", "date: 2024-06-20"),
    "b/c.docx": "PK",
  });
  const { status, complaints } = await folder.build();
  expect(complaints).toEqual([
    "seeds/b/c.docx:1: warning: text, Markdown or HTML (.txt, .md, .html); found a .docx file, which is not read: save it as one of these",
  ]);
  expect(status).toBe(0);
});

test("a build gives the same bytes in every time zone", async () => {
  const folders = ["UTC", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati"].map((TZ) => ({
    TZ,
    ...folderOf({ "a.md": note("A", "date: 2024-06-19"), "b.md": note("B", "date: 2024-06-19T23:30:00") }),
  }));
  for (const { TZ, build } of folders) expect(await build({ TZ }), TZ).toMatchObject({ status: 0 });
  const modules = folders.map(({ module }) => module());
  expect(new Set(modules).size).toBe(1);
  expect(modules[0]).toContain('"since":"2024-06-19T00:00:00Z"');
});

test("many seeds are read by several threads, as they are by one", async () => {
  const seeds = Object.fromEntries(
    Array.from({ length: 900 }, (_, i) => [`${i}.txt`, `Tide ${i}\n\nThe water comes in at noon on ${i}.`]),
  );
  const folder = folderOf({ ...seeds, "publication.toml": `bundled = 1000\n${PUBLICATION}` });
  const { status, complaints } = await folder.build();
  expect(status).toBe(0);
  expect(complaints).toHaveLength(900);
  const { collection } = readSeeds(join(folder.path, "seeds"));
  const lines = [...(collection ? articlesOf(collection) : [])].map((json) => `${Buffer.from(json)}\n`);
  expect(folder.module()).toContain(`\n${lines.join("")}`);
});
