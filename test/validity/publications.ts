/** Publications to judge documents of: one as it should be, and hostile ones. */
import type { Article } from "../../src/articles/article.ts";
import { BASE } from "../../src/articles/article.ts";
import type { Published } from "../../src/http/app.ts";
import { article, publication, topic, undated } from "../sample.ts";

/** Text with all that markup, feeds and shells find a meaning in; it names no end tag, for which the validator knows no writing. */
export const HOSTILE = `AT&T <b> & "x" 'y' &amp; &lt;i&gt; &#60; &nope; ]]> <![CDATA[ <!-- --> %00 \u0000\u0008\ud800\ufffe 1 < 2 > 0 \u202e😀`;

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n, 8, n)).toISOString().replace(".000", "");

const IMAGE = {
  url: `${BASE}/pictures/straße ü|{}[].jpg`,
  alt: HOSTILE,
  width: 1200,
  height: 630,
  type: "image/jpeg",
  length: 81234,
};
const AUDIO = {
  url: "https://cdn.example/épisode 1.mp3",
  type: "audio/mpeg",
  length: 1_234_567,
  duration: 90,
  title: HOSTILE,
};

/** One article for each thing that may be hostile about it. */
export const HOSTILE_ARTICLES: readonly Article[] = [
  article({ slug: "all", published: day(0), title: HOSTILE, summary: HOSTILE, note: HOSTILE, image: IMAGE }),
  article({ slug: "audio", published: day(1), audio: AUDIO, topics: ["tides", "winds"] }),
  article({ slug: "rtl", published: day(2), language: "ar", contentHtml: "<p>ماء</p>", title: "ماء" }),
  article({ slug: "he", published: day(3), language: "he-IL", contentHtml: "<p>מים</p>" }),
  article({
    slug: "source",
    published: day(4),
    updated: day(9),
    source: { name: HOSTILE, url: "https://quelle.example/ä?b=1&c=|" },
    authors: [{ name: HOSTILE, url: "https://bö.example/ö", email: "bo@news.example" }, { name: "Ada" }],
    agencies: ["dpa", "afp"],
    related: [HOSTILE],
  }),
  article({ slug: "no-author", published: day(5), source: { name: "A paper" } }),
  article({ slug: "no-summary", published: day(6), summary: "" }),
  article({ slug: "no-body", published: day(7), contentHtml: "" }),
  article({ slug: "nothing", published: day(8), contentHtml: "", summary: "", topics: [] }),
  article({ slug: "edited", published: day(10), updated: day(11), language: "de-AT" }),
  article({ slug: "day", published: "2026-02-01T00:00:00Z" }),
  article({ slug: "same-day", published: "2026-02-01T00:00:00Z" }),
  undated({ slug: "undated-1" }),
  undated({ slug: "undated-2", topics: [] }),
];

/** What was taken back; Atom says so in a namespace that the validator does not know. */
export const WITHDRAWN = article({ slug: "gone", published: day(12), updated: day(13), withdrawn: true });

const topics = [
  topic("tides", {
    title: { en: HOSTILE, de: "Größe" },
    description: { en: HOSTILE },
    mediatopic: "11000000",
  }),
  topic("winds"),
  topic("größe", { title: { en: "Größe" } }),
];

export const HOSTILE_PUBLICATION: Partial<Published> = {
  publication: publication({
    title: HOSTILE,
    description: HOSTILE,
    copyright: HOSTILE,
    authors: [{ name: HOSTILE, url: "https://bö.example/ö", email: "bo@news.example" }],
    hub: "https://hub.example/?a=1&b=2",
    icon: "https://news.example/icon ä.png",
    logo: "https://news.example/logo.svg",
    skipHours: [1, 2, 2],
    skipDays: ["Sunday", "Sunday"],
    entries: 6,
    topics,
  }),
  articles: HOSTILE_ARTICLES,
};

export const EMPTY_PUBLICATION: Partial<Published> = {
  publication: publication({ authors: [], description: "" }),
  articles: [],
};
