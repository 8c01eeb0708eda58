import { describe, expect, test } from "vitest";
import { complaintsAbout, complaintsOf, outcomeOf, withFacts } from "./read.ts";

const DATE = "a date that exists, such as 2024-06-19 or 2024-06-19T10:35:00Z";
const AUDIO = "a table of url and length, and of type, duration and title where they are known";
const ADDRESS = "an address that begins with https:// or http://";

test.each([
  ["title: ''", `2: title: a text that is not empty; ""`],
  ["title: [a]", `2: title: a text; "[\\"a\\"]"`],
  ["date: 2024-02-30", `2: date: ${DATE}; "2024-02-30"`],
  ["date: soon", `2: date: ${DATE}; "soon"`],
  ["updated: 31.04.2024", `2: updated: ${DATE}; "31.04.2024"`],
  ["language: german!", `2: language: a language tag such as "de" or "pt-BR"; "german!"`],
  ["language: English", `2: language: a language tag such as "de" or "pt-BR"; "English"`],
  ["language: french", `2: language: a language tag such as "de" or "pt-BR"; "french"`],
  ["source_url: pier.example", `2: source_url: ${ADDRESS}; "pier.example"`],
  ["source_url: 'javascript:alert(1)'", `2: source_url: ${ADDRESS}; "javascript:alert(1)"`],
  [
    "source_url: https://ada:secret@pier.example/x",
    `2: source_url: ${ADDRESS}, and no user or password in it; "https://ada:…@pier.example/x"`,
  ],
  [
    "image: { url: 'https://ada@pier.example/a.png' }",
    `2: image.url: an address, and no user or password in it; "https://ada@pier.example/a.png"`,
  ],
  ["topics: rain", `2: topics: a list of topics of publication.toml (tides, winds); "rain"`],
  ["summary: [a]", `2: summary: a text; "[\\"a\\"]"`],
  [
    "image: 'data:image/png;base64,AAAA'",
    `2: image: the address of an image, or a table of url, alt, width, height, type and length; "data:image/png;base64,AAAA"`,
  ],
  ["slug: High Water", `2: slug: lower-case letters from a to z, digits and hyphens; "High Water"`],
  ["slug: a--b", `2: slug: lower-case letters from a to z, digits and hyphens; "a--b"`],
  ["slug: 7", `2: slug: a text; "7"`],
  ["id: 17", `2: id: an absolute IRI such as urn:uuid:… or tag:…; "17"`],
  ["withdrawn: 'yes'", `2: withdrawn: ${DATE}; "yes"`],
  ["withdrawn: 2024-02-30", `2: withdrawn: ${DATE}; "2024-02-30"`],
  ["withdrawn: 1", `2: withdrawn: true or false, or the date; "1"`],
  ["image: { url: a.png, width: 0 }", `2: image.width: a number of pixels, 1 or more; "0"`],
  ["image: { url: a.png, width: 1.5 }", `2: image.width: a number of pixels, 1 or more; "1.5"`],
  ["image: { url: a.png, height: '9' }", `2: image.height: a number of pixels, 1 or more; "9"`],
  ["image: { url: a.png, length: -1 }", `2: image.length: a number of bytes, 1 or more; "-1"`],
  ["image: { url: a.png, type: png }", `2: image.type: a media type such as image/…; "png"`],
  ["image: { url: a.png, type: audio/mpeg }", `2: image.type: a media type such as image/…; "audio/mpeg"`],
  ["audio: https://pier.example/a.mp3", `2: audio: ${AUDIO}; "https://pier.example/a.mp3"`],
  ["audio: { url: a.mp3 }", `2: audio.length: ${AUDIO}; nothing`],
  ["audio: { length: 9 }", `2: audio.url: ${AUDIO}; nothing`],
  ["audio: { url: 'data:audio/mpeg,x', length: 9 }", `2: audio.url: an address; "data:audio/mpeg,x"`],
  ["audio: { url: a.mp3, length: 0 }", `2: audio.length: a number of bytes, 1 or more; "0"`],
  [
    "audio: { url: a.mp3, length: 9, type: image/png }",
    `2: audio.type: a media type such as audio/…; "image/png"`,
  ],
  [
    "audio: { url: a.mp3, length: 9, duration: '1:30' }",
    `2: audio.duration: a number of seconds, 1 or more; "1:30"`,
  ],
  ["audio: { url: a.mp3, length: 9, title: '' }", `2: audio.title: a text that is not empty; ""`],
  ["audio: { url: a.mp3, length: 9, bitrate: 1 }", `2: audio.bitrate: ${AUDIO}; "bitrate"`],
])("a fault is told with its line, what was expected and what was found: %s", (facts, complaint) => {
  expect(complaintsAbout(facts)).toEqual([complaint]);
});

test.each([
  ["author: { name: Ada, phone: 1 }", /^2: author.*phone/],
  ["author: { url: 'https://ada.example/' }", /^2: author.*name/],
  ["author: { name: Ada, url: ada }", /^2: author.*url.*https:\/\//],
  ["author: { name: Ada, email: ada }", /^2: author.*email.*e-mail/],
  ["source: { title: The Pier }", /^2: source.*name/],
  ["source: { name: The Pier, url: pier }", /^2: source.*url.*https:\/\//],
  ["image: { src: a.png }", /^2: image.*url/],
])("a fault inside a table is told as well: %s", (facts, complaint) => {
  const complaints = complaintsAbout(facts);
  expect(complaints.length).toBeGreaterThan(0);
  for (const one of complaints) expect(one).toMatch(complaint);
});

test("a fault of a table that stands on several lines is told on its own", () => {
  const facts = "image:\n  url: a.png\n  width: 0\naudio:\n  url: a.mp3\n  length: 0";
  expect(complaintsAbout(facts).map((complaint) => complaint.slice(0, 14))).toEqual([
    "4: image.width",
    "7: audio.lengt",
  ]);
});

test("an unknown key is named, with those that there are", () => {
  expect(complaintsAbout("title: High water\ntags: [tides]")).toEqual([
    expect.stringMatching(/^3: tags: one of title, date, .*withdrawn; "tags"$/),
  ]);
});

test("each unknown key is named on its own line, in tables too", () => {
  const facts =
    "layout: post\ntitle: High water\ncategories: [tides]\nimage: { url: a.png, crop: 1, lens: 2 }\nlang: en";
  const named = complaintsAbout(facts).map((complaint) => complaint.split(": ").slice(0, 2).join(": "));
  expect(named).toEqual(["2: layout", "4: categories", "5: image.crop", "5: image.lens", "6: lang"]);
});

test("an unknown key without a value is named all the same", () => {
  expect(complaintsAbout("title: High water\ntags:")).toEqual([expect.stringMatching(/^3: tags: /)]);
});

test("an unknown topic among known ones is told on its own line", () => {
  expect(complaintsAbout("title: x\ntopics:\n  - tides\n  - rain\n  - winds\n  - snow")).toEqual([
    `5: topics.1: a topic of publication.toml (tides, winds); "rain"`,
    `7: topics.3: a topic of publication.toml (tides, winds); "snow"`,
  ]);
});

test("a publication without topics says so", () => {
  expect(complaintsAbout("topics: rain", { topics: new Set() })[0]).toContain("(it has none)");
});

test("a change before the publication is a fault on the line of the change", () => {
  expect(complaintsAbout("date: 2024-06-19\nupdated: 2024-06-18")).toEqual([
    expect.stringMatching(/^3: updated: .*not before.*date; "2024-06-18"$/),
  ]);
});

test("a withdrawal before the publication is a fault on the line of the withdrawal", () => {
  expect(complaintsAbout("date: 2024-06-19\nwithdrawn: 2024-06-18")).toEqual([
    expect.stringMatching(/^3: withdrawn: .*not before.*date; "2024-06-18"$/),
  ]);
});

test("all faults of one seed are told at once", () => {
  const facts = "title: ''\ndate: 2024-02-30\ntopics: [rain]\nslug: A\nwithdrawn: 1\ncolour: red";
  const lines = complaintsAbout(facts).map((complaint) => Number.parseInt(complaint, 10));
  expect(lines.toSorted()).toEqual([2, 3, 4, 5, 6, 7]);
});

test("front matter that is no table of keys is a fault", () => {
  expect(complaintsAbout("- a: 1\nb: 2")[0]).toMatch(/^[23]: YAML/);
  expect(complaintsAbout("tides\n#\nx:")).not.toEqual([]);
});

test.each(["a.txt", "a.md", "a.html"])("front matter that is a list is named as one: %s", (name) => {
  const seed = "---\n- title: High water\n- date: 2024-06-19\n---\nThe tide comes in at noon.\n";
  expect(complaintsOf(outcomeOf(name, seed))).toEqual([
    '2: front matter of keys and values, such as "title: High water"; a list',
  ]);
});

test.each(["----", "--", "++++"])("keys between other rules than --- are named: %s", (rule) => {
  for (const name of ["a.txt", "a.md", "a.html"]) {
    const seed = `${rule}\ntitle: High water\n\ntopics:\n  - tides\n${rule}\nThe tide comes in at noon.\n`;
    expect(complaintsOf(outcomeOf(name, seed))).toEqual([
      `1: front matter between two lines of ---; lines of ${rule}`,
    ]);
  }
});

describe("TOML at fault", () => {
  test.each(["a.txt", "a.md", "a.html"])("is told with the lines of the file: %s", (name) => {
    const keys = 'title = "High water"\ndate = "soon"\ntags = []\n[image]\nurl = "a.png"\nwidth = 0';
    const [date, tags, width, ...more] = complaintsOf(
      outcomeOf(name, `\n+++\n${keys}\n+++\n# Tides\n\nThe tide comes in at noon, as it did before.\n`),
    );
    expect(date).toBe(`4: date: ${DATE}; "soon"`);
    expect(tags).toMatch(/^5: tags: /);
    expect(width).toBe(`8: image.width: a number of pixels, 1 or more; "0"`);
    expect(more).toEqual([]);
  });

  test("is told where it cannot be read", () => {
    expect(complaintsOf(outcomeOf("a.md", "+++\ntitle = High water\n+++\nText."))).toEqual([
      expect.stringMatching(/^2: TOML; \S/),
    ]);
  });

  test("front matter that never ends is a fault", () => {
    expect(complaintsOf(outcomeOf("a.md", '+++\ntitle = "High water"\n---\n\nText.'))).toEqual([
      "1: front matter that ends with a line of +++; no such line",
    ]);
  });
});

describe("YAML at fault", () => {
  test.each([
    ["title: 'open\ndate: 2024-06-19", 2],
    ["title: High water\ndate: [2024-06-19\nslug: a", 4],
    ["title: a\ntitle: b", 3],
    ["title: a\n\tslug: b", 3],
    ["title: a: b", 2],
    ["title: *nowhere", 2],
    ["title: @home", 2],
  ])("is told with a line of the file: %j", (facts, line) => {
    const complaints = complaintsAbout(facts);
    expect(complaints.length).toBeGreaterThan(0);
    const lines = complaints.map((complaint) => Number.parseInt(complaint, 10));
    expect(lines.some((told) => Math.abs(told - line) <= 1)).toBe(true);
    for (const complaint of complaints) expect(complaint).toMatch(/^\d+: YAML; \S/);
  });

  test.each([
    [
      "title: High water: the numbers",
      '2: YAML; a colon within "High water: the numbers": put the value in quotation marks',
    ],
    ["title: @home", /^2: YAML; .*@: put the value in quotation marks$/],
    ['title: "High" water', /^2: YAML; .*: put the value in quotation marks$/],
  ])("a text that wants quotation marks is told so: %s", (facts, complaint) => {
    expect(complaintsAbout(facts)).toEqual([expect.stringMatching(complaint)]);
  });

  test("a thousand laughs are a fault, not a crash", () => {
    const laughs = ["a: &a [x, x, x, x, x, x, x, x, x]"];
    for (const [above, here] of ["ab", "bc", "cd", "de", "ef"].map((pair) => [...pair]))
      laughs.push(`${here}: &${here} [${Array(9).fill(`*${above}`).join(", ")}]`);
    expect(complaintsAbout(laughs.join("\n"))).not.toEqual([]);
  });
});

test("front matter that never ends is a fault", () => {
  expect(complaintsOf(outcomeOf("a.md", "---\ntitle: High water\n\nText."))).toEqual([
    "1: front matter that ends with a line of ---; no such line",
  ]);
});

test.each(["a.txt", "a.md", "a.html"])("an empty file is a fault: %s", (name) => {
  for (const nothing of ["", " \n\t\n", "\uFEFF"])
    expect(complaintsOf(outcomeOf(name, nothing))).toEqual(["1: an article; an empty file"]);
});

test.each(["a.txt", "a.md", "a.html"])("front matter with nothing behind it is a fault: %s", (name) => {
  const [complaint, ...more] = complaintsOf(outcomeOf(name, withFacts("title: High water", "")));
  expect(complaint).toMatch(/^4: .*article/);
  expect(more).toEqual([]);
});

test("Markdown and HTML without a title are at fault where the text begins", () => {
  for (const name of ["a.md", "a.html"])
    expect(complaintsOf(outcomeOf(name, withFacts("slug: a", "Text.")))).toEqual([
      expect.stringMatching(/^4: a title, .*; none$/),
    ]);
});

test("an alias that cannot be followed is told on its own line", () => {
  for (const alias of ["*nowhere", "&a [*a]"])
    expect(complaintsAbout(`title: High water\nsummary: ${alias}`)).toEqual([
      expect.stringMatching(/^3: YAML; "\*\w+", an alias/),
    ]);
});

test.each(["a.txt", "a.md", "a.html"])("what is withdrawn must still be named: %s", (name) => {
  expect(complaintsOf(outcomeOf(name, withFacts("withdrawn: true", "")))).toEqual([
    "2: the title or the slug of what is withdrawn; neither",
  ]);
});
