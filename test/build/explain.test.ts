import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { folderOf, note, type Seeds } from "./folder.ts";

/** What `npm run explain` says of a seed in a folder of these. */
function explained(seeds: Seeds, path: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve("src/build/explain.ts"), path], {
    cwd: folderOf(seeds).path,
    encoding: "utf8",
  });
  return { status, out: stdout, complaints: stderr };
}

const PAGE = `The tide comes in

20 March 2024

The tides of the spring were the highest that the harbour has seen, and the tide of Monday was the highest of these.

Share on Facebook
`;
const AT_FAULT = note("Fair", 'date: "2024-02-30"');

test("each line's role is told with its reason, then what the article says, and the words that chose its topics", () => {
  const { status, out } = explained({ "a.txt": PAGE }, "seeds/a.txt");
  expect(status).toBe(0);
  expect(out).toMatch(/^ {3}1 {2}title +The tide comes in +\S/m);
  expect(out).toMatch(/^ {3}7 {2}\w+ +Share on Facebook +\S/m);
  expect(out).toMatch(/\n\ntitle: The tide comes in\nlanguage: en\npublished: 2024-03-20/);
  expect(out).toMatch(/^topic tides: chosen: tide \(title\)/m);
});

test("a seed at fault is told what is wrong with it", () => {
  expect(explained({ "notes/fair.md": AT_FAULT }, "seeds/notes/fair.md")).toEqual({
    status: 0,
    out: expect.stringMatching(
      /^seeds\/notes\/fair\.md:3: date: a date that exists.*; found "2024-02-30"\n$/,
    ),
    complaints: "",
  });
});

test("a seed is explained whatever is wrong with others, which are not read", () => {
  const { status, out, complaints } = explained({ "a.txt": PAGE, "fair.md": AT_FAULT }, "seeds/a.txt");
  expect([status, complaints]).toEqual([0, ""]);
  expect(out).toContain("title: The tide comes in");
});

test("a publication's file at fault is named, as seeds are understood by it", () => {
  const seeds = { "publication.toml": 'title = "The Tide"\n', "a.txt": PAGE };
  const { status, out, complaints } = explained(seeds, "seeds/a.txt");
  expect([status, out]).toEqual([1, ""]);
  expect(complaints).toMatch(/^seeds\/publication\.toml:1: id: /m);
});

test("what is no file is not explained", () => {
  for (const path of ["", "seeds", "seeds/none.txt"])
    expect(explained({}, path)).toEqual({
      status: 1,
      out: "",
      complaints: "npm run explain seeds/name.txt: a seed to explain\n",
    });
});
