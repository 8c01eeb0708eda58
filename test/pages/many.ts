/** A publication as large and as mixed as they come: 120 articles in six languages, some of them not there. */
import { type Article, BASE } from "../../src/articles/article.ts";
import type { Published } from "../../src/http/app.ts";
import { article, publication, topic, undated } from "../sample.ts";

const LANGUAGES = ["en", "de", "ar", "ja", "ru", "zh-TW"];
const AUTHORS = [
  "Ada Lovelace",
  "Zoë Müller",
  "محمد الأمين",
  "李雷",
  "O’Neill & Söhne",
  "—",
  "Ивáн Бу́нин",
  "a/b?c#d%20",
];
const SOURCES = ["Süddeutsche Zeitung", 'AT&T: The "News"/Feed?', "İstanbul Gazetesi", "日報"];
const TITLES = [
  "High water & <low>",
  "Hochwasser",
  "ارتفاع المياه",
  "高潮の警報",
  "Высокая вода",
  "水位上升",
];

const of = <T>(all: readonly T[], n: number): T => {
  const one = all[n % all.length];
  if (one === undefined) throw new Error("expected something to choose from; found nothing");
  return one;
};

const moment = (n: number) => new Date(Date.UTC(2026, 0, 1, n)).toISOString().replace(".000", "");

const bodyHtml = (n: number): string =>
  [
    `<h2>Part ${n}</h2><p>${"The tide rises, the tide falls. ".repeat(20 + (n % 30))}</p>`,
    `<p><a href="${BASE}/articles/a-${(n + 1) % 120}">Next</a> <a href="https://elsewhere.example/?a=1&#x26;b=2">elsewhere</a></p>`,
    "<ul><li>one</li><li>two</li></ul><blockquote><p>quoted</p></blockquote><pre><code>a &#x3C; b</code></pre>",
    "<table><thead><tr><th>Hour</th><th>Level</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
    '<figure><img src="https://pictures.example/a.jpg"><figcaption>Picture</figcaption></figure>',
  ].join("\n");

const one = (n: number): Article =>
  (n % 40 === 39 ? undated : article)({
    slug: `a-${n}`,
    title: `${of(TITLES, n)} ${n}`,
    language: of(LANGUAGES, n),
    ...(n % 40 !== 39 && { published: n % 10 === 0 ? `2026-02-${10 + n / 10}T00:00:00Z` : moment(n) }),
    ...(n % 7 === 0 && { updated: "2026-04-01T10:00:00Z", note: "Corrected." }),
    topics: n % 5 === 0 ? [] : n % 3 === 0 ? ["tides", "größe"] : ["winds"],
    authors:
      n % 4 === 0 ? [] : [{ name: of(AUTHORS, n) }, ...(n % 9 === 0 ? [{ name: of(AUTHORS, n + 3) }] : [])],
    ...(n % 3 === 1 && {
      source: { name: of(SOURCES, n), ...(n % 2 === 0 && { url: "https://source.example/" }) },
    }),
    agencies: n % 6 === 0 ? ["dpa", "afp"] : [],
    summary: n % 11 === 0 ? "" : "The tide rises, the tide falls, and the traveller hastens toward the town.",
    contentHtml: bodyHtml(n),
    ...(n % 8 === 0 && {
      image: { url: "https://pictures.example/b.jpg", alt: "The tide", width: 800, height: 600 },
    }),
  });

const topics = [
  topic("tides", { title: { en: "Tides", de: "Tiden", ar: "المد" }, description: { en: "Twice a day" } }),
  topic("winds"),
  topic("größe", { title: { en: "Size" } }),
  topic("empty"),
];

export const MANY = {
  publication: publication({
    topics,
    entries: 20,
    copyright: "© The Sample & others",
    timeZone: "Europe/Berlin",
  }),
  articles: [
    ...Array.from({ length: 120 }, (_, n) => one(n)),
    article({ slug: "gone", title: "Gone", withdrawn: true }),
    article({ slug: "due", title: "Due", published: "2027-01-01T00:00:00Z" }),
  ],
} satisfies Partial<Published>;
