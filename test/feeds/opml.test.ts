import { expect, test } from "vitest";
import { app, ask, ORIGIN, publication, textAt, topic } from "../sample.ts";
import { all, readXml, texts } from "./xml.ts";

/** Outlines that are feeds: those in groups too. */
const feedsIn = (opml: ReturnType<typeof readXml>) =>
  [...all(opml, "body/outline"), ...all(opml, "body/outline/outline")]
    .map(({ attributes }) => attributes)
    .filter(({ xmlUrl }) => xmlUrl !== undefined);

test("outlines stand in groups by their kind", async () => {
  const opml = readXml(await textAt(app(), "/feeds.opml"));
  expect(all(opml, "body/outline").map(({ attributes }) => attributes.text)).toEqual([
    "The Sample",
    "topics",
    "languages",
  ]);
});

test("the directory lists every channel by the address of its Atom document and of its page", async () => {
  const opml = readXml(await textAt(app(), "/feeds.opml"));
  expect(opml.attributes).toEqual({ version: "2.0" });
  expect(texts(opml, "head/title")).toEqual(["The Sample"]);
  expect(feedsIn(opml)).toMatchObject(
    [
      ["/atom.xml", "/"],
      ["/topics/tides/atom.xml", "/topics/tides"],
      ["/topics/winds/atom.xml", "/topics/winds"],
      ["/languages/en/atom.xml", "/languages/en"],
    ].map(([feed, page]) => ({ type: "rss", xmlUrl: ORIGIN + feed, htmlUrl: ORIGIN + page })),
  );
});

test("every address in the directory answers, and an outline is named as the feed is", async () => {
  for (const attributes of feedsIn(readXml(await textAt(app(), "/feeds.opml")))) {
    const { xmlUrl = "", htmlUrl = "", text = "" } = attributes;
    expect((await ask(app(), htmlUrl)).status).toBe(200);
    expect(texts(readXml(await textAt(app(), xmlUrl)), "title")).toEqual([text]);
  }
});

test("the directory stays well-formed and exact whatever the topics are called", async () => {
  const title = 'AT&T <b> "x" & ]]> &amp; \u0000😀';
  const topics = [topic("tides", { title: { en: title }, description: { en: title } })];
  const opml = readXml(await textAt(app({ publication: publication({ title, topics }) }), "/feeds.opml"));
  const clean = title.replace("\u0000", "");
  expect(texts(opml, "head/title")).toEqual([clean]);
  expect(feedsIn(opml)[1]?.text).toBe(`${clean} – ${clean}`);
});

test("a publication without topics has a directory of everything and of its languages", async () => {
  const asked = app({ publication: publication({ topics: [] }) });
  expect(feedsIn(readXml(await textAt(asked, "/feeds.opml"))).map(({ xmlUrl }) => xmlUrl)).toEqual([
    `${ORIGIN}/atom.xml`,
    `${ORIGIN}/languages/en/atom.xml`,
  ]);
});
