/** What readers want in words of their own, at addresses of its own. */
import { expect, test } from "vitest";
import { app, article, publication, textAt } from "../sample.ts";
import { all, readXml, texts } from "./xml.ts";

const AUDIO = { url: "https://cdn.example/1.mp3", type: "audio/mpeg", length: 1234, duration: 61 };
const asked = app({
  publication: publication({
    authors: [{ name: "Ada", email: "ada@news.example" }],
    icon: "https://news.example/icon.png",
    logo: "https://news.example/logo.png",
  }),
  articles: [article({ slug: "episode", audio: AUDIO }), article()],
});
const channelAt = async (path: string) => readXml(await textAt(asked, path));

test("a recording is the one enclosure of its item, with its true length and type, in every format", async () => {
  const rss = await channelAt("/rss.xml");
  expect(all(rss, "channel/item/enclosure").map(({ attributes }) => attributes)).toEqual([
    { url: AUDIO.url, length: "1234", type: "audio/mpeg" },
  ]);
  const links = all(await channelAt("/atom.xml"), "entry/link").map(({ attributes }) => attributes);
  expect(links).toContainEqual({ rel: "enclosure", href: AUDIO.url, length: "1234", type: "audio/mpeg" });
  const { items } = JSON.parse(await textAt(asked, "/feed.json"));
  expect(items.flatMap((item: { attachments?: unknown }) => item.attachments ?? [])).toEqual([
    { url: AUDIO.url, mime_type: "audio/mpeg", size_in_bytes: 1234, duration_in_seconds: 61 },
  ]);
});

test("podcast.xml holds the episodes alone, and what directories of podcasts ask for", async () => {
  const podcast = await channelAt("/podcast.xml");
  expect(all(podcast, "channel/item")).toHaveLength(1);
  expect(texts(podcast, "channel/item/itunes:duration")).toEqual(["61"]);
  expect(texts(podcast, "channel/itunes:author")).toEqual(["Ada"]);
  expect(texts(podcast, "channel/itunes:owner/itunes:email")).toEqual(["ada@news.example"]);
  expect(texts(podcast, "channel/itunes:explicit")).toEqual(["false"]);
  expect(all(podcast, "channel/itunes:image")[0]?.attributes.href).toBe("https://news.example/icon.png");
  expect(texts(podcast, "channel/podcast:guid")).toEqual([publication().id.replace("urn:uuid:", "")]);
});

test("feedly.xml tells the publication's pictures in Feedly's words", async () => {
  const feedly = await channelAt("/feedly.xml");
  expect(texts(feedly, "channel/webfeeds:icon")).toEqual(["https://news.example/icon.png"]);
  expect(texts(feedly, "channel/webfeeds:logo")).toEqual(["https://news.example/logo.png"]);
});

test("rss.xml itself speaks no vocabulary that the W3C validator warns of, and shows the icon in RSS's own way", async () => {
  const text = await textAt(asked, "/rss.xml");
  expect(text).not.toMatch(/xmlns:(itunes|podcast|webfeeds|snf)/);
  expect(texts(readXml(text), "channel/image/url")).toEqual(["https://news.example/icon.png"]);
});

test("a source has one id in every entry, whatever address of it is told", async () => {
  const articles = ["1", "2"].map((n) =>
    article({ slug: `a-${n}`, source: { name: "DW", url: `https://dw.example/${n}` } }),
  );
  const feed = readXml(await textAt(app({ articles }), "/atom.xml"));
  expect(new Set(texts(feed, "entry/source/id")).size).toBe(1);
});

test("an item without a summary still has a description before its body", async () => {
  const text = await textAt(app({ articles: [article({ summary: "" })] }), "/rss.xml");
  expect(text).toContain("<description/><content:encoded>");
});
