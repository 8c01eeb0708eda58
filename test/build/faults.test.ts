import { rmSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Folder, folderOf, note, PUBLICATION } from "./folder.ts";

const LINE = /^seeds\/\S+:[1-9]\d*: .+; found .+$/;
const BAD = {
  "bad/latin-1.txt": Buffer.from("Caf\u00e9\n\nL'\u00e9t\u00e9 est long.\n", "latin1"),
  "bad/no-title.md": "Text.\n",
  "bad/date.md": note("A", "date: 2024-02-30"),
  "bad/slug-1.md": note("A", "slug: same"),
  "bad/slug-2.md": note("B", "slug: same"),
  "bad/topic.md": note("A", "topics: [tides, rain]"),
  "bad/yaml.md": "---\ntitle: 'open\n---\nText.\n",
  "bad/fence.md": "---\ntitle: A\n\nText.\n",
  "bad/empty.txt": "",
  "bad/meta.html": '<title>A</title>\n<meta name="date" content="2024-02-30">\n<p>Text.',
  "bad/many.md": note("A", "slug: A B\ncolour: red\nupdated: soon"),
};

test("every problem of every file is told at once, and nothing is built", async () => {
  const { status, out, complaints } = await folderOf({ "good.md": note("Good"), ...BAD }).build();
  for (const complaint of complaints) expect(complaint).toMatch(LINE);
  expect(complaints.map((complaint) => complaint.split(":").slice(0, 2).join(":"))).toEqual([
    "seeds/bad/date.md:3",
    "seeds/bad/empty.txt:1",
    "seeds/bad/fence.md:1",
    "seeds/bad/latin-1.txt:1",
    "seeds/bad/many.md:3",
    "seeds/bad/many.md:4",
    "seeds/bad/many.md:5",
    "seeds/bad/meta.html:2",
    "seeds/bad/no-title.md:1",
    "seeds/bad/slug-1.md:3",
    "seeds/bad/slug-2.md:3",
    "seeds/bad/topic.md:3",
    expect.stringMatching(/^seeds\/bad\/yaml\.md:[23]$/),
  ]);
  expect(out).toBe("");
  expect(status).toBe(1);
});

test("a problem of one line stays on one line", async () => {
  const seeds = {
    "a.md": note("A", 'date: "2024\\n\\n02"'),
    "b.md": "---\ntitle: {\n  a: [\n---\nx",
    "c.md": note("A", "["),
  };
  const { complaints, status } = await folderOf(seeds).build();
  for (const complaint of complaints) expect(complaint).toMatch(LINE);
  expect(status).toBe(1);
});

test("YAML that cannot be resolved is a problem, not a crash", async () => {
  const { complaints, status } = await folderOf({ "a.md": "---\ntitle: *nowhere\n---\nText.\n" }).build();
  expect(complaints).toEqual([expect.stringMatching(/^seeds\/a\.md:2: .+; found .+$/)]);
  expect(status).toBe(1);
});

test("a fault of the publication does not hide those of the seeds", async () => {
  const { complaints } = await folderOf({ "publication.toml": 'title = "x"', "a.txt": "" }).build();
  expect(complaints).toContain("seeds/a.txt:1: an article; found an empty file");
  expect(complaints.filter((complaint) => complaint.startsWith("seeds/publication.toml:"))).toHaveLength(3);
});

test("a missing publication is told", async () => {
  const folder = folderOf({ "a.md": note("A") });
  folder.drop("publication.toml");
  expect(await folder.build()).toMatchObject({
    status: 1,
    complaints: ["seeds/publication.toml:1: a file that says who publishes; found no such file"],
  });
});

test("a missing folder is told like a missing publication", async () => {
  const folder = folderOf({});
  rmSync(join(folder.path, "seeds"), { recursive: true });
  expect(await folder.build()).toMatchObject({
    status: 1,
    complaints: [expect.stringMatching(/^seeds\/publication\.toml:1: .+; found no such file$/)],
  });
});

describe("what cannot be read is told like any fault, with the file", () => {
  test.each([
    ["a link that leads nowhere", ({ path }: Folder) => symlinkSync("nowhere", join(path, "seeds/b.md"))],
    ["a link that leads to itself", ({ path }: Folder) => symlinkSync("b.md", join(path, "seeds/b.md"))],
  ])("%s", async (_, put) => {
    const folder = folderOf({ "a.md": note("A"), "c.txt": "" });
    put(folder);
    const { status, complaints } = await folder.build({ WRANGLER_COMMAND: "deploy" });
    expect(complaints).toEqual([
      expect.stringMatching(/^seeds\/b\.md:1: a file that can be read; found E[A-Z]+: /),
      "seeds/c.txt:1: an article; found an empty file",
    ]);
    expect(status).toBe(1);
  });

  test("a publication that is a folder", async () => {
    const folder = folderOf({ "a.md": note("A") });
    folder.drop("publication.toml");
    folder.put({ "publication.toml/a.txt": "" });
    expect(await folder.build()).toMatchObject({
      status: 1,
      complaints: [
        "seeds/publication.toml:1: a file that says who publishes; found something that is no file",
        "seeds/publication.toml/a.txt:1: an article; found an empty file",
      ],
    });
  });

  test("a file in place of the archive's folder", async () => {
    const folder = folderOf({ "a.md": note("A") });
    folder.put({ "../src/generated/archive": "a file" });
    expect(await folder.build()).toMatchObject({
      status: 1,
      complaints: [
        expect.stringMatching(
          /^src\/generated\/archive: a file or folder that can be read and written; found E/,
        ),
      ],
    });
  });
});

test("a link to the folder that it is in adds nothing", async () => {
  const folder = folderOf({ "a.md": note("A"), "b/c.md": note("C") });
  symlinkSync("..", join(folder.path, "seeds/b/up"));
  symlinkSync(".", join(folder.path, "seeds/b/here"));
  expect((await folder.build()).out).toContain("built 2 articles");
});

describe("two seeds that claim the same", () => {
  test("slug are both named, with each other", async () => {
    const seeds = {
      "a.md": note("A", "slug: same"),
      "b/c.html": '<title>C</title>\n<meta name="broadsheet:slug" content="same"><p>x',
    };
    expect((await folderOf(seeds).build()).complaints).toEqual([
      `seeds/a.md:3: slug: one of its own; found "same", as in b/c.html`,
      `seeds/b/c.html:2: slug: one of its own; found "same", as in a.md`,
    ]);
  });

  test("id are both named, also where one has it from its path", async () => {
    const taken = "urn:uuid:07ea5cd6-a61f-5847-8543-b3e3db87bb5d";
    const seeds = {
      "000_82d2947d75b919a4.txt": "A title\n\nThe text of an article.",
      "b.md": note("B", `id: ${taken}`),
    };
    expect((await folderOf(seeds).build()).complaints.filter((one) => !one.includes("warning"))).toEqual([
      expect.stringMatching(/^seeds\/000_82d2947d75b919a4\.txt:1: id: one of its own; .*b\.md$/),
      expect.stringMatching(/^seeds\/b\.md:3: id: one of its own; .*000_82d2947d75b919a4\.txt$/),
    ]);
  });

  test("id are both named where their paths differ by how letters are composed alone", async () => {
    const seeds = { "caf\u00e9.md": note("A"), "cafe\u0301.md": note("B") };
    expect((await folderOf(seeds).build()).complaints).toEqual([
      expect.stringMatching(/^seeds\/cafe\u0301\.md:1: id: one of its own; found ".+", as in caf\u00e9\.md$/),
      expect.stringMatching(/^seeds\/caf\u00e9\.md:1: id: one of its own; found ".+", as in cafe\u0301\.md$/),
    ]);
  });

  test("slug are named among all other problems, and a third of them too", async () => {
    const seeds = {
      "a.md": note("A", "slug: s"),
      "b.md": note("B", "slug: s"),
      "c.md": note("C", "slug: s"),
      "d.txt": "",
    };
    expect((await folderOf(seeds).build()).complaints).toHaveLength(4);
  });
});

test.each([
  ["by itself", {}, 1],
  ["under wrangler deploy", { WRANGLER_COMMAND: "deploy" }, 1],
  ["under wrangler dev", { WRANGLER_COMMAND: "dev" }, 0],
])("a failed build leaves the earlier module alone: %s", async (_, environment, expected) => {
  const folder = folderOf({ "a.md": note("A") });
  await folder.build();
  const earlier = folder.module();
  utimesSync(folder.modulePath, 1000, 1000);
  folder.put({ "b.txt": "" });
  const { status, out, complaints } = await folder.build(environment);
  expect(folder.module()).toBe(earlier);
  expect(statSync(folder.modulePath).mtimeMs).toBe(1_000_000);
  expect(complaints[0]).toBe("seeds/b.txt:1: an article; found an empty file");
  expect(out).toBe("");
  expect(status).toBe(expected);
  folder.drop("b.txt");
  expect(await folder.build(environment)).toMatchObject({ status: 0, complaints: [] });
});

test("a first build that fails under wrangler dev fails, as there is nothing to serve", async () => {
  const folder = folderOf({ "a.txt": "" });
  expect(await folder.build({ WRANGLER_COMMAND: "dev" })).toMatchObject({ status: 1 });
  expect(folder.module()).toBe(undefined);
});

test("a fault of the publication does not hide two seeds that claim the same", async () => {
  const seeds = { "publication.toml": "", "a.md": note("A", "slug: s"), "b.md": note("B", "slug: s") };
  const { complaints } = await folderOf(seeds).build();
  expect(complaints.filter((complaint) => complaint.includes("slug: one of its own"))).toHaveLength(2);
});

test("a fault of the facts hides neither another nor that there is no title", async () => {
  const facts = "date: 2024-02-30\ncolour: red";
  const seeds = {
    "a.md": `---\n${facts}\n---\nText.\n`,
    "b.html": `---\n${facts}\n---\n<p>Text.`,
    "c.txt": `---\n${facts}\n---\n`,
  };
  const places = (await folderOf(seeds).build()).complaints.map((one) =>
    one.split(":").slice(0, 2).join(":"),
  );
  expect(places).toEqual(
    Object.keys(seeds).flatMap((name) => [2, 3, 5].map((line) => `seeds/${name}:${line}`)),
  );
});

test("a title at fault is told once", async () => {
  const { complaints } = await folderOf({ "a.md": "---\ntitle: ''\n---\nText.\n" }).build();
  expect(complaints).toEqual([expect.stringMatching(/^seeds\/a\.md:2: title: /)]);
});

test("a slug is told to be claimed twice by seeds that are at fault as well", async () => {
  const seeds = {
    "a.md": note("A", "slug: same"),
    "b.md": note("B", "slug: same\ndate: 2024-02-30"),
    "c.md": "---\nslug: same\n---\nNo title.\n",
  };
  const { complaints } = await folderOf(seeds).build();
  expect(complaints.filter((one) => one.includes("slug: one of its own"))).toEqual([
    expect.stringMatching(/^seeds\/a\.md:3: .* as in b\.md$/),
    expect.stringMatching(/^seeds\/b\.md:3: .* as in a\.md$/),
    expect.stringMatching(/^seeds\/c\.md:2: .* as in a\.md$/),
  ]);
  expect(complaints).toHaveLength(5);
});

test("a fault of the publication elsewhere leaves its topics known", async () => {
  const seeds = {
    "publication.toml": PUBLICATION.replace("[[", "entries = 0\n[["),
    "a.md": note("A", "topics: rain"),
  };
  expect((await folderOf(seeds).build()).complaints).toEqual([
    expect.stringMatching(/^seeds\/a\.md:3: topics: .*\(tides\); found "rain"$/),
    expect.stringMatching(/^seeds\/publication\.toml:5: entries: /),
  ]);
});

test.each([
  ["a topic's id at fault", PUBLICATION.replace('id = "tides"', 'id = "Tides!"')],
  ["broken TOML", `${PUBLICATION}= 1`],
])("topics that are not known are not judged: %s", async (_, publication) => {
  const { complaints } = await folderOf({
    "publication.toml": publication,
    "a.md": note("A", "topics: rain"),
  }).build();
  expect(complaints).toEqual([expect.stringMatching(/^seeds\/publication\.toml:/)]);
});

test("dates of seeds are read in the publication's language whatever else of it is at fault", async () => {
  const publication = PUBLICATION.replace('"en"', '"de"').replace("[[", "entries = 0\n[[");
  const seeds = { "publication.toml": publication, "a.md": "---\ntitle: A\ndate: 3. Mai 2024\n---\nText.\n" };
  expect((await folderOf(seeds).build()).complaints).toHaveLength(1);
});
