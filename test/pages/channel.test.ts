/** Pages of channels: the front page, topics, languages, authors, sources, and two of these together. */
import { expect, test } from "vitest";
import { read } from "../feeds/read.ts";
import { app, article, FILES, type File, publication, textAt, topic, undated } from "../sample.ts";
import { type Page, pageAt, shown } from "./page.ts";

const topics = [
  topic("tides", { title: { en: "Tides & co.", de: "Tiden" }, description: { en: "The sea, twice a day" } }),
  topic("winds", { title: { en: "Winds", de: "Winde" } }),
  topic("ice"),
];
const articles = [
  article({
    slug: "high",
    title: "High <water>",
    summary: "It & it alone is high.",
    authors: [{ name: "Ada L." }],
  }),
  article({
    slug: "ebbe",
    title: "Ebbe",
    language: "de",
    published: "2026-03-02T23:30:00Z",
    topics: ["tides", "winds"],
    authors: [{ name: "Bo" }, { name: "Cy" }],
    source: { name: "Pegel Online" },
    contentHtml: `<p>${"wasser ".repeat(460)}</p>`,
  }),
  article({ slug: "day", title: "A day", published: "2026-03-02T00:00:00Z", topics: ["winds"] }),
  undated({ slug: "once", title: "Once", summary: "" }),
];
const asked = app({ articles, publication: publication({ topics, timeZone: "Europe/Berlin" }) });

const titles = (page: Page) => page.texts(".list article h2");
const entry = (page: Page, title: string) => {
  const found = page.all(".list article").find((one) => shown(one).includes(title));
  if (!found) throw new Error(`expected an article ${title}; found none`);
  return found;
};

test("the front page is called as the publication, says what it is, and names each article once", async () => {
  const page = await pageAt(asked, "/");
  expect(page.text("h1")).toBe("The Sample");
  expect(page.text("title")).toBe("The Sample");
  expect(page.text(".about")).toBe("A publication to try things with");
  expect(page.one('meta[name="description"]').getAttribute("content")).toBe(
    "A publication to try things with",
  );
  expect(titles(page)).toEqual(["Ebbe", "A day", "High <water>", "Once"]);
});

const PATHS = [
  ["/", "The Sample"],
  ["/topics/tides", "Tides & co."],
  ["/languages/de", "Deutsch"],
  ["/authors/ada-l", "Ada L."],
  ["/sources/pegel-online", "Pegel Online"],
  ["/topics/winds/languages/de", "Winds, German"],
] as const;

test.each(PATHS)("%s is called %s, and has the articles of its feeds in their order", async (path, name) => {
  const page = await pageAt(asked, path);
  expect(page.text("h1")).toBe(name);
  const shownHere = page.hrefs(".list article h2 a");
  for (const file of FILES) {
    const feed = read(file as File, await textAt(asked, `${path === "/" ? "" : path}/${file}`));
    expect(feed.entries.map(({ url }) => new URL(url ?? "").pathname)).toEqual(shownHere);
  }
});

test("a channel says of which kind it is, and what it is about where it is described", async () => {
  expect((await pageAt(asked, "/topics/tides")).texts(".head p")).toEqual(["Topic", "The sea, twice a day"]);
  expect((await pageAt(asked, "/topics/winds")).texts(".head p")).toEqual(["Topic"]);
  expect((await pageAt(asked, "/languages/de")).texts(".head p")).toEqual(["Sprache"]);
  expect((await pageAt(asked, "/topics/winds/languages/de")).texts(".head .kind")).toEqual(["Auswahl"]);
});

test("an article's topics are links, each called as in the article's language", async () => {
  const page = await pageAt(asked, "/");
  const links = (title: string) =>
    [...entry(page, title).querySelectorAll(".topics a")].map((a) => [shown(a), a.getAttribute("href")]);
  expect(links("Ebbe")).toEqual([
    ["Tiden", "https://news.example/topics/tides"],
    ["Winde", "https://news.example/topics/winds"],
  ]);
  expect(links("A day")).toEqual([["Winds", "https://news.example/topics/winds"]]);
});

test("an article says in its own language when, by whom, how long, and in which language where it is another", async () => {
  const page = await pageAt(asked, "/");
  const meta = (title: string) => [...entry(page, title).querySelectorAll(".meta > *")].map(shown);
  expect(meta("Ebbe")).toEqual(["3. März 2026", "Bo, Cy, Pegel Online", "3 Min. Lesezeit", "Deutsch"]);
  expect(meta("High")).toEqual(["March 1, 2026", "Ada L.", "1 min read"]);
  expect(meta("Once")).toEqual(["1 min read"]);
  expect(entry(page, "Ebbe").getAttribute("lang")).toBe("de");
  expect(entry(page, "High").hasAttribute("lang")).toBe(false);
});

test("a date is a machine's too, and one that names a day alone is that day in every zone", async () => {
  const page = await pageAt(asked, "/");
  const time = (title: string) => entry(page, title).querySelector("time");
  expect(time("Ebbe")?.getAttribute("datetime")).toBe("2026-03-02T23:30:00Z");
  expect(time("A day")?.getAttribute("datetime")).toBe("2026-03-02");
  const west = app({ articles, publication: publication({ topics, timeZone: "America/Los_Angeles" }) });
  const there = await pageAt(west, "/");
  expect(there.texts("time")).toEqual(["2. März 2026", "March 2, 2026", "March 1, 2026"]);
});

test("a summary is shown as it is written, and none where there is none", async () => {
  const page = await pageAt(asked, "/");
  expect(shown(entry(page, "High"))).toContain("It & it alone is high.");
  expect([...entry(page, "Once").querySelectorAll("p")]).toHaveLength(1);
});

test("the topics stand beside every channel with how many articles they hold, and the page's own is marked", async () => {
  const page = await pageAt(asked, "/topics/winds");
  expect(page.texts("#topics + ul li")).toEqual(["Tides & co. 3", "Winds 2", "About ice 0"]);
  expect(page.text('[aria-current="page"]')).toBe("Winds");
  expect((await pageAt(asked, "/")).all("[aria-current]")).toEqual([]);
});

test("a kind of channels of which there are many names the largest, and where all are", async () => {
  const many = Array.from({ length: 30 }, (_, i) =>
    article({
      slug: `a-${i}`,
      authors: [{ name: `Author ${i % 12}` }, ...(i < 20 ? [{ name: "Zoe" }] : [])],
    }),
  );
  const page = await pageAt(app({ articles: many }), "/");
  const names = page.texts("#authors + ul a");
  expect(names).toHaveLength(8);
  expect(names[0]).toBe("Zoe");
  expect(page.hrefs("#authors + ul + p a")).toEqual(["/subscribe#authors"]);
});

test.each(["/", "/topics/tides"])(
  "%s says that nothing has been published where nothing has",
  async (path) => {
    const page = await pageAt(app({ articles: [] }), path);
    expect(page.status).toBe(200);
    expect(page.texts(".list > p").at(-1)).toBe("Nothing has been published here yet.");
    expect(page.all(".list article, .paging, .list h2")).toEqual([]);
  },
);

test("a page names its own feeds, and the front page those of the topics too", async () => {
  const feeds = (page: Page) => page.hrefs('link[rel="alternate"]');
  expect(feeds(await pageAt(asked, "/languages/de"))).toEqual(FILES.map((file) => `/languages/de/${file}`));
  expect(feeds(await pageAt(asked, "/"))).toEqual(
    ["", "/topics/tides", "/topics/winds", "/topics/ice"].flatMap((path) =>
      FILES.map((file) => `${path}/${file}`),
    ),
  );
});
