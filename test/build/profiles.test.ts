import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import type { Publication } from "../../src/articles/publication.ts";
import { lint, reportOf } from "../../src/build/lint.ts";
import { PROFILES } from "../../src/build/profile-table.ts";
import { inMemory } from "../../src/feeds/in-memory.ts";
import { archived, libraryOf } from "../archive/kept.ts";
import { article, NOW, publication, topic, undated } from "../sample.ts";
import { folderOf, note, PUBLICATION } from "./folder.ts";

const TITLE = "The water is high today at the pier";
const IMAGE = { url: "https://news.example/a.jpg", width: 1200, height: 630 };
/** An article that lacks nothing. */
const whole = (more: Partial<Article> = {}) =>
  article({ title: TITLE, image: IMAGE, published: "2026-05-31T08:00:00Z", ...more });
const PICTURES = { icon: "https://news.example/icon.png", logo: "https://news.example/logo.png" };

const publicationWith = (more: Partial<Publication>) =>
  publication({ description: "Tides and winds", ...PICTURES, ...more });
function lintOf(articles: readonly Article[], more: Partial<Publication> = {}) {
  const own = publicationWith(more);
  return lint({ publication: own, library: inMemory(own, articles) }, Date.parse(NOW));
}
const lacksOf = async (name: string, articles: readonly Article[], more: Partial<Publication> = {}) =>
  (await lintOf(articles, more)).lacks[name];

test("a publication that has all that is asked for lacks nothing", async () => {
  const articles = Array.from({ length: 30 }, (_, i) => whole({ slug: `a-${i}` }));
  const { malformed, lacks } = await lintOf(articles, { topics: [] });
  expect(malformed).toEqual([]);
  expect(Object.values(lacks).flat()).toEqual([]);
});

describe("an article's lack is named with what was found", () => {
  test.each([
    ["MSN", { title: "Short" }, '"Short": MSN wants a title of 21 to 150 characters; found 5'],
    ["MSN", { image: { ...IMAGE, width: 600 } }, "an image at least 720 pixels wide; found 600 pixels"],
    ["MSN", { image: { url: "https://a.example/a.jpg" } }, "found an image whose width nobody told"],
    ["MSN", { published: "2025-01-01T00:00:00Z" }, "an article of the last 365 days; found one 516 days old"],
    ["SmartNews", { contentHtml: "" }, "a body of at most 1 MB; found none"],
    ["SmartNews", { contentHtml: `<p>${"a".repeat(1_500_000)}</p>` }, "a body of at most 1 MB; found 1.5 MB"],
    ["Flipboard", { image: { ...IMAGE, width: 300 } }, "an image at least 400 pixels wide; found 300 pixels"],
    ["Flipboard", { image: { ...IMAGE, height: 90 } }, "an image at least 400 pixels high; found 90 pixels"],
    [
      "Google News",
      { published: "2026-05-01T00:00:00Z" },
      "an article of the last 2 days; found one 31 days old",
    ],
    [
      "Apple Podcasts",
      { audio: { url: "https://a.example/a.ogg", type: "audio/ogg", length: 9 } },
      "a recording in MP3 or M4A; found https://a.example/a.ogg",
    ],
  ] as const)("%s: %j", async (name, lacking, line) => {
    const lines = (await lacksOf(name, [whole(lacking)])) ?? [];
    expect(
      lines.some((one) => one.includes(line)),
      lines.join("\n"),
    ).toBe(true);
  });

  test("an article without an image is named for each that shows one", async () => {
    const { image: _, ...bare } = whole();
    for (const name of ["MSN", "SmartNews", "Flipboard", "Feedly", "Yahoo"])
      expect(
        (await lacksOf(name, [bare]))?.some((line) => line.startsWith(`"${TITLE}": ${name} wants an image`)),
      ).toBe(true);
  });

  test("an article without a date is named where readers need one", async () => {
    expect(await lacksOf("Yahoo", [undated({ image: IMAGE })])).toEqual([
      '"High water": Yahoo wants a date; found none',
    ]);
  });
});

test("an article is as old as the day on which it was published, whenever it was edited", async () => {
  const edited = whole({ published: "2026-05-30T11:00:00Z", updated: NOW });
  expect(await lacksOf("Google News", [edited])).toContain(
    `"${TITLE}": Google News wants an article of the last 2 days; found one 2 days old`,
  );
});

test("a recording is known by the ending of its path", async () => {
  const episode = (url: string) => whole({ audio: { url, type: "audio/mpeg", length: 9, duration: 60 } });
  const more = { authors: [{ name: "Ada", email: "ada@news.example" }] };
  expect(await lacksOf("Apple Podcasts", [episode("https://a.example/a.MP3?x=1")], more)).toEqual([]);
});

test("a publication's own lack is named with its file", async () => {
  const lines = await lacksOf("Feedly", [whole()], { icon: "", logo: "" });
  expect(lines).toEqual([
    "publication.toml: Feedly wants icon in publication.toml; found none",
    "publication.toml: Feedly wants logo in publication.toml; found none",
  ]);
  expect(
    await lacksOf("SmartNews", [whole()], { description: "News of the tides and of the winds" }),
  ).toEqual(["publication.toml: SmartNews wants a description of at most 30 characters; found 34"]);
  expect(await lacksOf("MSN", [whole()], { url: "http://news.example" })).toEqual([
    "publication.toml: MSN wants an address that begins with https://; found http://news.example",
  ]);
});

test("a podcast lacks its owner's address, and nothing is asked of a publication without one", async () => {
  const audio = { url: "https://a.example/a.mp3", type: "audio/mpeg", length: 9, duration: 60 };
  expect(await lacksOf("Apple Podcasts", [whole()])).toEqual([]);
  expect(await lacksOf("Apple Podcasts", [whole({ audio })])).toEqual([
    "publication.toml: Apple Podcasts wants an author's e-mail address in publication.toml; found none",
  ]);
  const authors = [{ name: "Ada", email: "ada@news.example" }];
  expect(await lacksOf("Apple Podcasts", [whole({ audio })], { authors })).toEqual([]);
});

test("a document that is too large or too short is named by its address", async () => {
  const large = Array.from({ length: 5 }, (_, i) =>
    whole({ slug: `a-${i}`, contentHtml: `<p>${"a".repeat(90_000)}</p>` }),
  );
  const url = "https://news.example";
  expect((await lacksOf("JSON Feed readers", large, { url }))?.[0]).toBe(
    `${url}/feed.json: JSON Feed readers wants a document of at most 250 kB; found 453 kB`,
  );
  expect((await lacksOf("Flipboard", large, { url }))?.[0]).toBe(
    `${url}/rss.xml: Flipboard wants 30 items or more; found 5`,
  );
});

test("what is withdrawn or still to come is not judged", async () => {
  const articles = [
    whole({ title: "Short", withdrawn: true }),
    whole({ slug: "b", title: "Soon", published: "2026-07-01T00:00:00Z" }),
  ];
  expect(await lacksOf("MSN", articles)).toEqual([]);
});

test("the report groups lines by profile, shows twenty of each, and ends with a summary", async () => {
  const articles = Array.from({ length: 30 }, (_, i) => whole({ slug: `a-${i}`, title: `Short ${i}` }));
  const lines = reportOf(await lintOf(articles, { topics: [] }));
  expect(lines[0]).toBe("MSN:");
  expect(lines[1]).toMatch(/^ {2}"Short \d+": MSN wants a title/);
  expect(lines).toContain("SmartNews: nothing is lacking");
  expect(lines.at(-1)).toMatch(/^\d+ documents, 0 malformed; 20 wishes of 8 aggregators open$/);
  const many = reportOf({
    documents: 1,
    held: 1,
    articles: 1,
    malformed: ["x: malformed"],
    lacks: { MSN: Array(25).fill("x") },
  });
  expect(many[0]).toBe("x: malformed");
  expect(many).toContain("  … and 5 more");
});

/** An article a day, with a topic of its own for every hundred. */
const many = Array.from({ length: 300 }, (_, i) =>
  whole({
    slug: `a-${i}`,
    title: `${TITLE} ${i}`,
    published: new Date(Date.parse("2025-08-01T08:00:00Z") + i * 86_400_000).toISOString(),
    topics: [`t-${Math.floor(i / 100)}`],
  }),
);
const TOPICS = { topics: [topic("t-0"), topic("t-1"), topic("t-2")] };

test("of an archive all documents are judged, as if every article were in memory", async () => {
  const articles = many.map((one, i) => (i === 90 ? { ...one, title: "Short" } : one));
  const own = publicationWith(TOPICS);
  const library = libraryOf(own, archived(own, articles));
  const linted = await lint({ publication: own, library }, Date.parse(NOW));
  expect(linted).toEqual(await lintOf(articles, TOPICS));
  expect(linted.lacks.MSN).toContain('"Short": MSN wants a title of 21 to 150 characters; found 5');
  // A topic of old articles alone holds as many as any.
  expect(linted.lacks.Flipboard?.filter((line) => line.includes("30 items"))).toEqual([]);
});

test("the report says how many of the articles were looked at", async () => {
  expect(reportOf(await lintOf(many, TOPICS)).at(-2)).toBe(
    "looked at 150 of 300 articles: those that a feed holds now, without its archive",
  );
});

test("every profile reads documents that there are", () => {
  const files = new Set([
    "rss.xml",
    "atom.xml",
    "feed.json",
    "msn.xml",
    "smartnews.xml",
    "feedly.xml",
    "podcast.xml",
  ]);
  for (const { files: own } of PROFILES) for (const file of own) expect(files).toContain(file);
});

test("the command tells what the bundled seeds lack, and does not fail for it", () => {
  const { status, stdout } = spawnSync(process.execPath, ["src/build/profiles.ts"], { encoding: "utf8" });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^MSN:\n {2}".*": MSN wants /m);
  expect(stdout).toMatch(/^looked at (\d+) of \1 articles: /m);
  expect(stdout).toMatch(/\d+ documents, 0 malformed; \d+ wishes of 8 aggregators open\n$/);
});

test("the command reads the archive, too", async () => {
  const dayOf = (i: number) => new Date(Date.UTC(2026, 0, 1) + i * 86_400_000).toISOString().slice(0, 10);
  const seeds = Array.from({ length: 60 }, (_, i) => [
    `${i}.md`,
    note(`Note ${i}`, `date: ${dayOf(i)}${i < 5 ? "\ntopics: [tides]" : ""}`),
  ]);
  const folder = folderOf({
    "publication.toml": `entries = 10\nbundled = 5\n${PUBLICATION}`,
    ...Object.fromEntries(seeds),
  });
  expect((await folder.build()).status).toBe(0);
  const { status, stdout } = spawnSync(process.execPath, [resolve("src/build/profiles.ts")], {
    cwd: folder.path,
    encoding: "utf8",
  });
  // Ten stand in the feeds of everything, and the five oldest in those of their topic.
  expect([status, stdout]).toEqual([0, expect.stringContaining("\nlooked at 15 of 60 articles: ")]);
});
