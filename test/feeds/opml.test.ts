import { expect, test } from "vitest";
import { app, ask, ORIGIN, publication, textAt, topic } from "../sample.ts";
import { all, readXml, texts } from "./xml.ts";

test("the directory lists every channel by the address of its Atom document and of its page", async () => {
  const opml = readXml(await textAt(app(), "/feeds.opml"));
  expect(opml.attributes).toEqual({ version: "2.0" });
  expect(texts(opml, "head/title")).toEqual(["The Sample"]);
  expect(all(opml, "body/outline").map(({ attributes }) => attributes)).toMatchObject(
    [
      ["/atom.xml", "/"],
      ["/topics/tides/atom.xml", "/topics/tides"],
      ["/topics/winds/atom.xml", "/topics/winds"],
    ].map(([feed, page]) => ({ type: "rss", xmlUrl: ORIGIN + feed, htmlUrl: ORIGIN + page })),
  );
});

test("every address in the directory answers, and an outline is named as the feed is", async () => {
  for (const { attributes } of all(readXml(await textAt(app(), "/feeds.opml")), "body/outline")) {
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
  expect(all(opml, "body/outline")[1]?.attributes.text).toBe(`${clean} – ${clean}`);
});

test("a publication without topics has a directory of one channel", async () => {
  const asked = app({ publication: publication({ topics: [] }) });
  expect(all(readXml(await textAt(asked, "/feeds.opml")), "body/outline")).toHaveLength(1);
});
