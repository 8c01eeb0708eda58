/** One small article, in each format to the letter. Read the files in `golden/` to see what we publish. */
import { expect, test } from "vitest";
import { BASE } from "../../src/articles/article.ts";
import { app, article, publication, textAt, topic } from "../sample.ts";
import atomXml from "./golden/atom.xml?raw";
import json from "./golden/feed.json?raw";
import rssXml from "./golden/rss.xml?raw";

const asked = app({
  publication: publication({
    url: "https://news.example",
    copyright: "CC BY 4.0",
    hub: "https://hub.example/",
    topics: [topic("tides", { title: { en: "Tides & winds", de: "Tiden & Winde" } })],
  }),
  articles: [
    article({
      id: "urn:uuid:0d5e8f1b-2c3a-4c6f-9a41-7d3f0c522b1e",
      slug: "hochwasser",
      title: "Hochwasser <heute> & morgen",
      language: "de",
      updated: "2026-03-02T09:30:00Z",
      authors: [{ name: "Bo Beispiel", url: "https://bo.example/", email: "bo@news.example" }],
      source: { name: "Pegel Online", url: "https://pegel.example/1" },
      agencies: ["dpa"],
      initials: "bb",
      note: "Der Pegel wurde berichtigt.",
      related: ["Niedrigwasser"],
      summary: "Das Wasser steht hoch.",
      contentHtml: `<p>Das Wasser steht <a href="${BASE}/articles/pegel">hoch</a>: 5 &lt; 6 &amp; 7.</p>`,
      image: { url: `${BASE}/pegel.png`, alt: "Der Pegel" },
    }),
  ],
});

test("the small article in RSS is what golden/rss.xml shows", async () => {
  expect(await textAt(asked, "/rss.xml")).toBe(rssXml);
});

test("the small article in Atom is what golden/atom.xml shows", async () => {
  expect(await textAt(asked, "/atom.xml")).toBe(atomXml);
});

test("the small article in JSON Feed is what golden/feed.json shows, but for white space", async () => {
  const compact = JSON.stringify(JSON.parse(json));
  expect((await textAt(asked, "/feed.json")).replace(/\n/g, "")).toBe(compact);
});
