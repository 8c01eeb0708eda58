/** Under which address the publication speaks of itself. */
import { expect, test } from "vitest";
import { BASE } from "../../src/articles/article.ts";
import { readPublication } from "../../src/articles/publication-file.ts";
import { valueIn } from "../articles/read.ts";
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

/** An app of a publication as its file says. */
const appOf = (lines: string) =>
  app({
    publication: valueIn(
      readPublication(`id = "urn:uuid:5f0c9a52-6d0e-4c1b-9a55-3f6f3c1f7b10"
title = "The Tide"
language = "en"
since = 2024-06-19
${lines}
[[topics]]
id = "tides"
title = "Tides"`),
    ),
  });

/** The addresses that a `Link` header names, by their relations; of the same relation the last. */
const linkedIn = ({ headers }: Response) =>
  new Map(
    [...(headers.get("link") ?? "").matchAll(/<([^>]*)>; rel="([^"]*)"/g)].map(
      ([, href, rel]) => [rel, href] as const,
    ),
  );

test.each([
  ["https://News.Example:443", "https://news.example"],
  ["HTTP://news.example:80/", "http://news.example"],
  ["https://bücher.example", "https://xn--bcher-kva.example"],
  ["https://b\u0075\u0308cher.example:8443", "https://xn--bcher-kva.example:8443"],
  ["https://[2001:DB8::0:1]", "https://[2001:db8::1]"],
])("%s is named %s alone, in headers, documents and redirects", async (url, origin) => {
  const asked = appOf(`url = "${url}"`);
  for (const file of FILES) {
    const answer = await ask(asked, `/topics/tides/${file}`);
    const text = await answer.text();
    const { self, page } = read(file, text);
    expect([self, page]).toEqual([`${origin}/topics/tides/${file}`, `${origin}/topics/tides`]);
    expect(linkedIn(answer).get("self")).toBe(self);
    expect(text).not.toContain(`${url}/`);
  }
  for (const [path, to] of [
    ["/atom/", "/atom.xml"],
    ["/feed", "/rss.xml"],
    ["/topics/TIDES/rss.xml", "/topics/tides/rss.xml"],
    ["/?page=1", "/"],
    ["/favicon.ico", "/favicon.svg"],
  ] as const)
    expect((await ask(asked, path)).headers.get("location")).toBe(origin + to);
});

test("however an address is spelled, ids and tags are the same", async () => {
  const spelled = ["https://bücher.example", "https://BÜCHER.example:443/", "https://xn--bcher-kva.example"];
  for (const file of FILES) {
    const answers = spelled.map(async (url) => {
      const answer = await ask(appOf(`url = "${url}"`), `/topics/tides/${file}`);
      return `${answer.headers.get("etag")} ${await answer.text()}`;
    });
    expect(new Set(await Promise.all(answers)).size).toBe(1);
  }
});

test.each([
  ["https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"],
  ["https://Hub.Example:443", "https://hub.example/"],
  ["https://hub.example/a b|c?d=é'", "https://hub.example/a%20b%7Cc?d=%C3%A9%27"],
])("the hub %s has one address, in headers and in every document: %s", async (hub, uri) => {
  const asked = appOf(`url = "https://own.example"\nhub = "${hub}"`);
  for (const path of ["", "/topics/tides"])
    for (const file of FILES) {
      const answer = await ask(asked, `${path}/${file}`);
      expect(linkedIn(answer).get("hub"), file).toBe(uri);
      expect(read(file, await answer.text()).hub, file).toBe(uri);
    }
});

test("the way to an icon is a URI, whatever its address is written as", async () => {
  const asked = appOf('icon = "https://bücher.example/bild ü.png"');
  expect((await ask(asked, "/favicon.ico")).headers.get("location")).toBe(
    "https://xn--bcher-kva.example/bild%20%C3%BC.png",
  );
});

test("what is searched for stands in headers and documents alike", async () => {
  for (const file of FILES) {
    const answer = await ask(app(), `/search/${file}?q=${encodeURIComponent("high's (water)*!")}`);
    expect(linkedIn(answer).get("self")).toBe(read(file, await answer.text()).self);
  }
});

test("an address or a hub beyond ASCII reaches the Link header as the ASCII that it is on the wire", async () => {
  const hub = "https://hub.example/海/?q=é";
  const asked = app({ publication: publication({ url: "https://zeitung.例え", hub }) });
  const answer = await ask(asked, "/rss.xml");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("link")).toMatch(/^[\x20-\x7e]+$/);
});
