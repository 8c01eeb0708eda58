import { v5 } from "uuid";
import type { Article } from "../src/articles/article.ts";
import type { Publication, Topic } from "../src/articles/publication.ts";
import { type App, createApp, type Published } from "../src/http/app.ts";
import { pages } from "../src/pages/index.tsx";

const UUID = "7d3f0c52-2b1e-4c6f-9a41-0d5e8f1b2c3a";

/** The moment at which a sample app is asked, unless it is given a clock. */
export const NOW = "2026-06-01T12:00:00Z";

/** The address that sample apps are asked under. */
export const ORIGIN = "https://news.example";

/** The formats, by the last segment of their addresses. */
export const FILES = ["rss.xml", "atom.xml", "feed.json"] as const;
export type File = (typeof FILES)[number];

export const topic = (id: string, more: Partial<Topic> = {}): Topic => ({
  id,
  title: { en: `About ${id}` },
  description: {},
  words: {},
  ...more,
});

export const publication = (more: Partial<Publication> = {}): Publication => ({
  id: `urn:uuid:${UUID}`,
  title: "The Sample",
  description: "A publication to try things with",
  url: "",
  language: "en",
  timeZone: "UTC",
  authors: [{ name: "Ada Sample" }],
  copyright: "",
  since: "2020-01-01T00:00:00Z",
  hub: "",
  entries: 50,
  cache: {
    maxAge: 900,
    maxAgeAtMost: 3600,
    edgeMaxAge: 300,
    staleWhileRevalidate: 3600,
    staleIfError: 86400,
  },
  topics: [topic("tides"), topic("winds")],
  formerTopics: [],
  skipHours: [],
  skipDays: [],
  icon: "",
  logo: "",
  ...more,
});

/** An article without a date; its id follows from its slug. */
export const undated = (more: Partial<Article> = {}): Article => ({
  id: `urn:uuid:${v5(more.slug ?? "high-water", UUID)}`,
  slug: "high-water",
  title: "High water",
  language: "en",
  authors: [],
  agencies: [],
  topics: ["tides"],
  summary: "The water is high.",
  contentHtml: "<p>The water is high.</p>",
  related: [],
  ...more,
});

export const article = (more: Partial<Article> = {}): Article =>
  undated({ published: "2026-03-01T08:00:00Z", ...more });

export const app = (more: Partial<Published> = {}): App =>
  createApp({
    publication: publication(),
    articles: [article()],
    pages,
    clock: () => Date.parse(NOW),
    ...more,
  });

/** Asks as a client does, at the Worker's own door. */
export const ask = async (asked: App, path: string, init: RequestInit = {}): Promise<Response> =>
  asked.fetch(new Request(new URL(path, ORIGIN), { redirect: "manual", ...init }));

/** A document's text. */
export const textAt = async (asked: App, path: string): Promise<string> => (await ask(asked, path)).text();
