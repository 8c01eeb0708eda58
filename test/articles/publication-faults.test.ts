import { expect, test } from "vitest";
import { readPublication } from "../../src/articles/publication-file.ts";
import { complaintsOf } from "./read.ts";

/** A publication, line by line: each test replaces or adds some of them. */
const LINES = {
  id: 'id = "urn:uuid:5f0c9a52-6d0e-4c1b-9a55-3f6f3c1f7b10"',
  title: 'title = "The Tide"',
  language: 'language = "en"',
  since: "since = 2024-06-19",
  more: "",
};
const complaintsAbout = (changed: Partial<typeof LINES>) =>
  complaintsOf(readPublication(Object.values({ ...LINES, ...changed }).join("\n")));

test.each([
  [{ id: 'id = "the-tide"' }, `1: id: urn:uuid: and a UUID; "the-tide"`],
  [{ id: "id = 7" }, `1: id: a text; "7"`],
  [{ title: 'title = "  "' }, `2: title: a text that is not empty; "  "`],
  [{ language: 'language = "english!"' }, `3: language: a language tag such as "de" or "pt-BR"; "english!"`],
  [{ since: "since = 2024" }, `4: since: a day such as 2024-06-19; "2024"`],
  [{ since: 'since = "2024-02-30"' }, `4: since: a day such as 2024-06-19; "2024-02-30"`],
  [{ more: "description = 1" }, `5: description: a text; "1"`],
  [{ more: "authors = 1" }, `5: authors: a list of authors; "1"`],
  [{ more: "entries = 0" }, `5: entries: 1 or more; "0"`],
  [{ more: "entries = 1.5" }, `5: entries: a whole number; "1.5"`],
  [{ more: 'entries = "many"' }, `5: entries: a number; "many"`],
  [{ more: 'time_zone = "Mars/Base"' }, `5: time_zone: a time zone such as "Europe/Berlin"; "Mars/Base"`],
  [{ more: 'hub = "hub.example"' }, `5: hub: the address of a WebSub hub, or nothing; "hub.example"`],
  [
    { more: 'security = { contact = "me", expires = 2027-01-01 }' },
    `5: security.contact: an e-mail address, or an address that begins with https://; "me"`,
  ],
  [
    { more: 'security = { contact = "a@b.example" }' },
    `5: security.expires: who is told of a weakness: contact, expires and nothing else; nothing`,
  ],
  [{ more: "topics = 1" }, `5: topics: a list of topics; "1"`],
  [{ more: "skip_hours = 1" }, `5: skip_hours: a list of hours; "1"`],
  [{ more: "skip_hours = [24]" }, `5: skip_hours.0: an hour from 0 to 23 (GMT); "24"`],
  [{ more: "skip_hours = [1, -1]" }, `5: skip_hours.1: an hour from 0 to 23 (GMT); "-1"`],
  [{ more: "skip_hours = [1.5]" }, `5: skip_hours.0: an hour from 0 to 23 (GMT); "1.5"`],
  [{ more: 'skip_days = "Sunday"' }, `5: skip_days: a list of days; "Sunday"`],
  [
    { more: 'skip_days = ["Sunday", "Sonntag"]' },
    `5: skip_days.1: an English day of the week, such as Sunday; "Sonntag"`,
  ],
  [
    { more: 'icon = "icon.png"' },
    `5: icon: an address that begins with https:// or http://, or nothing; "icon.png"`,
  ],
  [
    { more: 'logo = "data:image/png,x"' },
    `5: logo: an address that begins with https:// or http://, or nothing; "data:image/png,x"`,
  ],
])("a fault is told with its line, what was expected and what was found: %j", (changed, complaint) => {
  expect(complaintsAbout(changed)).toEqual([complaint]);
});

test.each([
  "news.example",
  "ftp://news.example",
  "https://news.example/blog",
  "https://a.example?b",
  "https://",
])("an address that is no origin is a fault: %s", (url) => {
  expect(complaintsAbout({ more: `url = "${url}"` })).toEqual([
    `5: url: an origin such as https://news.example.com, or nothing; "${url}"`,
  ]);
});

test.each([
  ["url", "https://user:pw@news.example", "an origin such as https://news.example.com, or nothing"],
  ["url", "https://user@news.example", "an origin such as https://news.example.com, or nothing"],
  ["hub", "https://:pw@hub.example/", "the address of a WebSub hub, or nothing"],
  ["icon", "https://user:pw@i.example/i.png", "an address that begins with https:// or http://, or nothing"],
])(
  "an address that names a user, and would tell a password to all, is a fault: %s = %s",
  (key, given, what) => {
    expect(complaintsAbout({ more: `\n${key} = "${given}"` })).toEqual([
      `6: ${key}: ${what}, and no user or password in it; "${given.replace(":pw@", ":…@")}"`,
    ]);
  },
);

test.each([
  "https://a b.example",
  "https://exa<mple.example",
  "https://exa%22mple.example",
  "https://exa&mple.example",
  "https://news.example\\\\blog",
  "https://@news.example",
  "https://news.example:port",
  "https://news.example:99999",
])("an origin that no client can ask is a fault: %s", (url) => {
  expect(complaintsAbout({ more: `url = "${url}"` })).toHaveLength(1);
});

test.each(["id", "title", "language", "since"] as const)("a missing %s is told, as nothing", (key) => {
  expect(complaintsAbout({ [key]: "" })).toEqual([
    expect.stringMatching(new RegExp(`^1: ${key}: .+; nothing$`)),
  ]);
});

test("an empty file lacks all four", () => {
  expect(complaintsOf(readPublication(""))).toHaveLength(4);
});

test("an unknown key is named on its line, with those that there are", () => {
  expect(complaintsAbout({ more: "\n\ncolour = 1" })).toEqual([
    expect.stringMatching(/^7: colour: id, title, .* and nothing else; "colour"$/),
  ]);
});

test("each unknown key is named on its line, in tables too", () => {
  const more = 'hubb = "x"\ncopyrigth = "x"\n[cache]\nmaxage = 1\nedge = 1';
  const named = complaintsAbout({ more }).map((complaint) => complaint.split(": ").slice(0, 2).join(": "));
  expect(named).toEqual(["5: hubb", "6: copyrigth", "8: cache.maxage", "9: cache.edge"]);
});

test("a language that is called by its name is a fault", () => {
  expect(complaintsAbout({ language: 'language = "english"' })).toEqual([
    `3: language: a language tag such as "de" or "pt-BR"; "english"`,
  ]);
});

test.each([
  ["[cache]\nmax_age_at_most = -1", `6: cache.max_age_at_most: seconds, 0 or more; "-1"`],
  ['[cache]\nmax_age_at_most = "1h"', `6: cache.max_age_at_most: seconds; "1h"`],
  ["[[topics]]\nid = 'a'\nretired = false", `7: topics.0.retired: true; "false"`],
  ["[[topics]]\nid = 'a'\nretired = 'yes'", `7: topics.0.retired: true; "yes"`],
  ["[[topics]]\nid = 'a'\nmoved_to = 'B c'", /^7: topics\.0\.moved_to: lower-case letters.*"B c"$/],
  ["[[topics]]\nid = 'a'\nmoved_to = 'b'", `7: the id of a topic; "b"`],
  ["[[topics]]\nid = 'a'\nmoved_to = 'a'", `7: the id of a topic; "a"`],
  ["[[topics]]\nretired = true", /^[56]: topics\.0\.id: .*; nothing$/],
  [
    "[[topics]]\nid = 'a'\nretired = true\ncolour = 1",
    /^8: topics\.0\.colour: a topic that is no more: .*"colour"$/,
  ],
  ["[cache]\nmax_age = -1", `6: cache.max_age: seconds, 0 or more; "-1"`],
  ['[cache]\nmax_age = "1h"', `6: cache.max_age: seconds; "1h"`],
  ["[cache]\n\nstale_if_error = 0.5", `7: cache.stale_if_error: whole seconds; "0.5"`],
  ["[cache]\nmaxage = 1", /^6: cache\.maxage: cache times: .*nothing else; "maxage"$/],
  ["authors = [\n  { name = 'Ada' },\n  { name = '' }]", `7: authors.1.name: a text that is not empty; ""`],
  ["authors = [{ name = 'Ada', email = 'ada' }]", `5: authors.0.email: an e-mail address; "ada"`],
  [
    "authors = [{ name = 'Ada', url = 'ada' }]",
    `5: authors.0.url: an address that begins with https:// or http://; "ada"`,
  ],
  ["authors = [{ url = 'https://ada.example/' }]", /^5: authors\.0\.name: .+; nothing$/],
  ["[[topics]]\ntitle = 'x'", /^5: topics\.0\.id: .+; nothing$/],
  ["[[topics]]\nid = 'a'", /^5: topics\.0\.title: .+; nothing$/],
  ["[[topics]]\nid = 'A B'\ntitle = 'x'", `6: topics.0.id: lower-case letters, digits and hyphens; "A B"`],
  ["[[topics]]\nid = 'a/b'\ntitle = 'x'", `6: topics.0.id: lower-case letters, digits and hyphens; "a/b"`],
  [
    "[[topics]]\nid = 'a'\ntitle = 'x'\nmediatopic = '11'",
    `8: topics.0.mediatopic: an IPTC Media Topic code of eight digits; "11"`,
  ],
  ["[[topics]]\nid = 'a'\ntitle = 1", `7: topics.0.title: a text, or a table of texts by language; "1"`],
  ["[[topics]]\nid = 'a'\ntitle = 'x'\nwords = 'ebb'", /^8: topics\.0\.words: a list of words/],
  ["[[topics]]\nid = 'a'\ntitle = 'x'\nwords = [1]", /^8: topics\.0\.words.*a (?:list of words|text)/],
  ["[[topics]]\nid = 'a'\ntitle = 'x'\n[topics.words]\nen = ['']", /^9: topics\.0\.words.*not empty; ""$/],
  ["[[topics]]\nid = 'a'\ntitle = 'x'\n[topics.words]\nen_US = ['ebb']", /^9: topics\.0\.words.*language/],
  ["[[topics]]\nid = 'a'\ntitle = { en_US = 'x' }", /^7: topics\.0\.title.*language/],
  [
    "[[topics]]\nid = 'a'\ntitle = 'x'\ncolour = 'red'",
    /^8: topics\.0\.colour: a topic: .*nothing else; "colour"$/,
  ],
])("a fault below the first level is told with its own line: %j", (more, complaint) => {
  expect(complaintsAbout({ more })).toEqual([
    typeof complaint === "string" ? complaint : expect.stringMatching(complaint),
  ]);
});

test("a topic's id that stands twice is told where it stands again", () => {
  const topic = (id: string) => `[[topics]]\nid = "${id}"\ntitle = "x"\n`;
  expect(complaintsAbout({ more: ["a", "b", "a", "a"].map(topic).join("") })).toEqual([
    `12: a topic id of its own; "a" again`,
    `15: a topic id of its own; "a" again`,
  ]);
});

test("a topic's id that stands twice is told beside other faults", () => {
  const topic = '[[topics]]\nid = "a"\ntitle = "x"\n';
  expect(complaintsAbout({ more: `entries = 0\n${topic}${topic}` })).toEqual([
    `5: entries: 1 or more; "0"`,
    `10: a topic id of its own; "a" again`,
  ]);
});

test("a former topic's id may not be a topic's", () => {
  const more = "[[topics]]\nid = 'a'\ntitle = 'x'\n[[topics]]\nid = 'a'\nretired = true";
  expect(complaintsAbout({ more })).toEqual([`9: a topic id of its own; "a" again`]);
});

test("a topic may not lead to one that is no more itself", () => {
  const more = "[[topics]]\nid = 'a'\nmoved_to = 'b'\n[[topics]]\nid = 'b'\nretired = true";
  expect(complaintsAbout({ more })).toEqual([`7: the id of a topic; "b"`]);
});

test("all faults are told at once", () => {
  const more = `entries = -1\n[cache]\nmax_age = "x"\n[[topics]]\nid = "A"\ntitle = ""`;
  const lines = complaintsAbout({ title: "title = 1", more }).map((told) => Number.parseInt(told, 10));
  expect(lines.toSorted((a, b) => a - b)).toEqual([2, 5, 7, 9, 10]);
});

test.each([
  ["url = ", 5],
  ["\nurl = https://a.example", 6],
  ['title = "again"', 5],
  ['description = "open', 5],
  ["= 1", 5],
])("a fault of TOML itself is told with its line: %j", (more, line) => {
  expect(complaintsAbout({ more })).toEqual([expect.stringMatching(new RegExp(`^${line}: TOML; \\S`))]);
});
