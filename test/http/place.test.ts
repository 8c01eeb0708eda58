/** Under which address the publication speaks of itself. */
import { expect, test } from "vitest";
import { BASE } from "../../src/articles/article.ts";
import { read } from "../feeds/read.ts";
import { app, article, ask, FILES, publication, textAt, topic } from "../sample.ts";

const own = () => app({ publication: publication({ url: "https://own.example" }) });

test("a publication with an address speaks of itself by it, whatever host is asked", async () => {
  for (const host of ["https://own.example", "http://127.0.0.1:8787", "https://broadsheet.workers.example"])
    for (const file of FILES) {
      const answer = await ask(own(), `${host}/topics/tides/${file}`);
      const text = await answer.text();
      expect(read(file, text).self).toBe(`https://own.example/topics/tides/${file}`);
      expect(answer.headers.get("link")).toContain(`<https://own.example/topics/tides/${file}>; rel="self"`);
      if (!host.includes("own.example")) expect(text).not.toContain(new URL(host).host);
    }
});

test("a publication with an address answers every host with the same tag", async () => {
  const asked = own();
  const tags = ["https://own.example/rss.xml", "https://other.example/rss.xml"].map(async (url) =>
    (await ask(asked, url)).headers.get("etag"),
  );
  expect(new Set(await Promise.all(tags)).size).toBe(1);
});

test("a publication without an address speaks of itself by the one that was asked, fifty hosts and back", async () => {
  const contentHtml = `<p><a href="${BASE}/articles/ebb">Ebb</a></p>`;
  const asked = app({ articles: [article({ contentHtml })] });
  const hosts = Array.from({ length: 50 }, (_, i) => `http://host-${i}.example${i % 2 ? ":8080" : ""}`);
  for (const host of [...hosts, ...hosts.toReversed()])
    for (const file of FILES) {
      const { self, page, entries } = read(file, await textAt(asked, `${host}/${file}`));
      expect({ self, page }).toEqual({ self: `${host}/${file}`, page: `${host}/` });
      expect(entries[0]?.url).toBe(`${host}/articles/high-water`);
      expect(entries[0]?.bodyHtml).toContain(`href="${host}/articles/ebb"`);
    }
});

test("the ids are the same under every host", async () => {
  const asked = app();
  const ids = ["http://one.example", "https://two.example"].map(async (host) => {
    const { entries } = read("atom.xml", await textAt(asked, `${host}/atom.xml`));
    return entries.map(({ id }) => id);
  });
  const [one, two] = await Promise.all(ids);
  expect(one).toEqual(two);
});

test("a host with marks in it does not reach into the markup of a body", async () => {
  const asked = app({ articles: [article({ contentHtml: `<p><a href="${BASE}/a">A</a></p>` })] });
  const text = await textAt(asked, 'http://a"onclick=alert(1)b.example/feed.json');
  expect(JSON.parse(text).items[0].content_html).toMatch(/^<p><a href="[^"]*">A<\/a><\/p>$/);
});

test.each([
  ["öl", "/topics/öl"],
  ["öl", "/topics/%C3%B6l"],
  ["öl", "/topics/%c3%b6l"],
  ["日本-news", "/topics/日本-news"],
  ["אקטואליה", "/topics/אקטואליה"],
])("the topic %s is found at %s", async (id, path) => {
  const asked = app({
    publication: publication({ topics: [topic(id)] }),
    articles: [article({ topics: [id] })],
  });
  for (const file of FILES) {
    const { self, entries } = read(file, await textAt(asked, `${path}/${file}`));
    expect(entries).toHaveLength(1);
    expect(self).toBe(`https://news.example/topics/${encodeURIComponent(id)}/${file}`);
    const { headers } = await ask(asked, `${path}/${file}`);
    expect(headers.get("link")).toContain(`<${self}>; rel="self"`);
  }
  expect((await ask(asked, path)).status).toBe(200);
  const guess = await ask(asked, `${path}/feed/`);
  expect(guess.headers.get("location")).toBe(`https://news.example/topics/${encodeURIComponent(id)}/rss.xml`);
});

test("an address or a hub beyond ASCII reaches the Link header as the ASCII that it is on the wire", async () => {
  const hub = "https://hub.example/海/?q=é";
  const asked = app({ publication: publication({ url: "https://zeitung.例え", hub }) });
  const answer = await ask(asked, "/rss.xml");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("link")).toMatch(/^[\x20-\x7e]+$/);
});
