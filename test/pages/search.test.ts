/** What is found, and in which order. */
import { expect, test } from "vitest";
import { read } from "../feeds/read.ts";
import { app, article, ask, FILES, type File, ORIGIN, publication, textAt, undated } from "../sample.ts";
import { pageAt } from "./page.ts";

const articles = [
  article({ slug: "president", title: "Präsident besucht Łódź", summary: "Ein Besuch.", language: "de" }),
  article({
    slug: "tides",
    title: "Spring tides",
    summary: "The sea is rising.",
    published: "2026-03-02T08:00:00Z",
  }),
  article({
    slug: "sea",
    title: "The sea",
    summary: "Of winds and of spring.",
    published: "2026-03-03T08:00:00Z",
  }),
  article({ slug: "tokyo", title: "東京で大雨、交通に影響", summary: "気象庁の発表。", language: "ja" }),
  article({ slug: "beijing", title: "北京今天下雨", summary: "天气预报。", language: "zh" }),
  article({ slug: "seoul", title: "서울에 비가 내린다", summary: "날씨 소식.", language: "ko" }),
  article({ slug: "cairo", title: "مَطَرٌ في القاهرة", summary: "خبر", language: "ar" }),
  article({ slug: "tehran", title: "باران می‌بارد", summary: "خبر", language: "fa" }),
  article({ slug: "soft", title: "Donau\u00ADdampf\u00ADschiff", summary: "", language: "de" }),
  article({ slug: "streets", title: "Straßen gesperrt", summary: "", language: "de" }),
  article({ slug: "light", title: "Işık", summary: "", language: "tr" }),
  article({ slug: "road", title: "Η οδός", summary: "", language: "el" }),
  undated({ slug: "undated", title: "Ferry times", summary: "When it goes." }),
];
const asked = app({ articles });
const search = (query: string, path = "/search") => `${path}?q=${encodeURIComponent(query)}`;
const found = async (query: string, of = asked) =>
  (await pageAt(of, search(query))).hrefs(".list article h2 a").map((path) => path.replace("/articles/", ""));

test.each([
  ["tides", ["tides"]],
  ["rising", ["tides"]],
  ["ris", ["tides"]],
  ["TIDES", ["tides"]],
  ["prasident", ["president"]],
  ["Präsident", ["president"]],
  ["pra\u0308sident", ["president"]],
  ["besuch", ["president"]],
  ["lodz", ["president"]],
  ["ŁÓDŹ", ["president"]],
  ["strassen", ["streets"]],
  ["STRASSEN", ["streets"]],
  ["isik", ["light"]],
  ["IŞIK", ["light"]],
  ["ΟΔΟΣ", ["road"]],
  ["東京", ["tokyo"]],
  ["大雨", ["tokyo"]],
  ["北京", ["beijing"]],
  ["天气", ["beijing"]],
  ["서울", ["seoul"]],
  ["مطر", ["cairo"]],
  ["القاهرة", ["cairo"]],
  ["می‌بارد", ["tehran"]],
  ["Donaudampfschiff", ["soft"]],
  ["ferry", ["undated"]],
  ["tides rising", ["tides"]],
  ["rising tides", ["tides"]],
  ["tides winds", []],
  ["“tides”, & (rising)!", ["tides"]],
  ["tide s", ["tides"]],
  ["nothing-of-this", []],
  ["!!!", []],
  ["*", []],
])("%s finds %j", async (query, slugs) => {
  expect(await found(query)).toEqual(slugs);
});

test("what fits best comes first: a word in the title before one in the summary, whatever is newer", async () => {
  expect(await found("spring")).toEqual(["tides", "sea"]);
  expect(await found("sea")).toEqual(["sea", "tides"]);
});

test("what is withdrawn is never found, and what is dated later at its time", async () => {
  const clock = { now: Date.parse("2026-05-31T23:59:59Z") };
  const gone = article({ slug: "gone", title: "Tidal secret", withdrawn: true });
  const due = article({ slug: "due", title: "Tidal power", published: "2026-06-01T00:00:00Z" });
  const waiting = app({ articles: [article({ title: "Tidal flats" }), gone, due], clock: () => clock.now });
  expect(await found("tidal", waiting)).toEqual(["high-water"]);
  expect(await found("secret", waiting)).toEqual([]);
  expect(await found("power", waiting)).toEqual([]);
  clock.now += 1000;
  expect((await found("tidal", waiting)).toSorted()).toEqual(["due", "high-water"]);
  expect(await found("secret", waiting)).toEqual([]);
  expect(await found("power", waiting)).toEqual(["due"]);
});

test("a mistyped word leads to one that finds something", async () => {
  const page = await pageAt(asked, search("sprung tydes"));
  expect(page.text("h1")).toBe("Nothing was found for “sprung tydes”.");
  const [perhaps = ""] = page.hrefs(".head a");
  expect(perhaps).toBe("/search?q=spring%20tides");
  expect((await pageAt(asked, perhaps)).texts(".list article h2")).toEqual(["Spring tides"]);
});

test("no suggestion betrays a word of what is not published yet, or no longer", async () => {
  const gone = article({ slug: "gone", title: "Bankruptcy", withdrawn: true });
  const due = article({ slug: "due", title: "Acquisition", published: "2027-01-01T00:00:00Z" });
  const waiting = app({ articles: [article(), gone, due] });
  for (const query of ["Bankruptcy", "bankrupcy", "bank", "Acquisition", "acquisitoin", "a"])
    expect((await pageAt(waiting, search(query))).hrefs(".head a"), query).toEqual([]);
});

test("a page of results says for what, and how many, and is none to be kept by search engines", async () => {
  const page = await pageAt(asked, search("spring"));
  expect(page.text("h1")).toBe("Found for “spring”: 2");
  expect(page.text("title")).toBe("“spring” – The Sample");
  expect(page.one("#site-q").getAttribute("name")).toBe("q");
  expect(page.one('meta[name="robots"]').getAttribute("content")).toBe("noindex");
  expect(page.all('link[rel="canonical"]')).toEqual([]);
});

test.each(["/search", "/search?q=", "/search?q=%20%09", "/search?Q=tides", "/search?page=2"])(
  "%s is the page to ask on",
  async (path) => {
    const page = await pageAt(asked, path);
    expect([page.status, page.text("h1")]).toEqual([200, "Search articles"]);
    expect(page.all(".list")).toEqual([]);
    expect(page.hrefs('link[rel="alternate"]')).toEqual(FILES.map((file) => `/${file}`));
  },
);

test("results beyond one page are on the next", async () => {
  const many = Array.from({ length: 5 }, (_, i) => article({ slug: `a-${i}`, title: `Tide ${i}` }));
  const five = app({ articles: many, publication: publication({ entries: 2 }) });
  const first = await pageAt(five, "/search?q=tide");
  expect(first.hrefs('a[rel="next"]')).toEqual(["/search?q=tide&page=2"]);
  const titles = await Promise.all(
    ["/search?q=tide", "/search?q=tide&page=2", "/search?page=3&q=tide"].map(async (path) =>
      (await pageAt(five, path)).texts(".list h2"),
    ),
  );
  expect(titles.flat().toSorted()).toEqual(["Tide 0", "Tide 1", "Tide 2", "Tide 3", "Tide 4"]);
  expect((await ask(five, "/search?q=tide&page=4")).status).toBe(404);
  const moved = await ask(five, "/search?q=%20tide&page=1");
  expect([moved.status, moved.headers.get("location")]).toEqual([308, `${ORIGIN}/search?q=tide`]);
});

test("the feeds of a search hold what it finds, newest first", async () => {
  for (const file of FILES) {
    const { entries } = read(file as File, await textAt(asked, search("sea", `/search/${file}`)));
    expect(entries.map(({ title }) => title)).toEqual(["The sea", "Spring tides"]);
  }
});
