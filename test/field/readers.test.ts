/** Each row of what was found to break readers, by the public door. The titles name the pitfall. */
import { describe, expect, test } from "vitest";
import { BASE } from "../../src/articles/article.ts";
import { read } from "../feeds/read.ts";
import { all, readXml, texts } from "../feeds/xml.ts";
import { withoutSiblings } from "../links.ts";
import { app, article, ask, FILES, NOW, ORIGIN, publication, textAt, topic, undated } from "../sample.ts";

const XML = ["rss.xml", "atom.xml"] as const;
const now = Date.parse(NOW);
const at = (moment: string) => () => Date.parse(moment);
const entriesIn = async (asked: ReturnType<typeof app>, file: (typeof FILES)[number], path = "") =>
  read(file, await textAt(asked, `${path}/${file}`)).entries;
const headersAt = async (path: string, init: RequestInit = {}, asked = app()) =>
  (await ask(asked, path, init)).headers;
const many = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    article({
      slug: `a-${i}`,
      published: new Date(now - (i + 1) * 3_600_000).toISOString().replace(".000", ""),
    }),
  );

describe("what breaks real readers", () => {
  test("invalid control chars, lone surrogates, U+FFFE/F", async () => {
    const bad = "a\u0000\u0008\ud800\ufffe\uffff\tb";
    const asked = app({
      publication: publication({ title: bad, icon: "https://news.example/i.png" }),
      articles: [article({ title: bad, image: { url: `${BASE}/a.png`, alt: bad }, source: { name: bad } })],
    });
    for (const file of FILES) {
      const [entry] = await entriesIn(asked, file);
      expect(entry?.title, file).toBe("a\tb");
    }
  });

  test("BOM / whitespace / blank line before `<?xml`", async () => {
    for (const path of [...XML.map((file) => `/${file}`), "/msn.xml", "/smartnews.xml", "/feeds.opml"]) {
      const bytes = new Uint8Array(await (await ask(app(), path)).arrayBuffer());
      expect(new TextDecoder().decode(bytes.slice(0, 6)), path).toBe("<?xml ");
    }
  });

  test("lastBuildDate/updated = now", async () => {
    const texts = await Promise.all(
      ["2026-06-01T00:00:00Z", "2027-06-01T00:00:00Z"].map(async (moment) =>
        Promise.all(FILES.map((file) => textAt(app({ clock: at(moment) }), `/${file}`))),
      ),
    );
    expect(texts[0]).toEqual(texts[1]);
  });

  test("Last-Modified stuck after deletion or edit of an older post", async () => {
    const both = [article(), article({ slug: "ebb", published: "2026-02-01T00:00:00Z" })];
    const edited = [article(), article({ slug: "ebb", published: "2026-02-01T00:00:00Z", title: "Ebb" })];
    for (const file of FILES) {
      const tag = (await headersAt(`/${file}`, {}, app({ articles: both }))).get("etag") ?? "";
      for (const articles of [[article()], edited]) {
        const answered = await ask(app({ articles }), `/${file}`, { headers: { "if-none-match": tag } });
        expect(answered.status, file).toBe(200);
      }
    }
    const changed = [article({ updated: "2026-05-01T00:00:00Z" })];
    const moved = await headersAt("/rss.xml", {}, app({ articles: changed }));
    expect(moved.get("last-modified")).toBe("Fri, 01 May 2026 00:00:00 GMT");
  });

  test("ETag/LM pair not of the same body", async () => {
    const asked = app({ articles: many(3) });
    const [one, two] = [await ask(asked, "/atom.xml"), await ask(asked, "/atom.xml")];
    for (const name of ["etag", "last-modified"]) expect(one.headers.get(name)).toBe(two.headers.get(name));
    const [updated = ""] = texts(readXml(await one.text()), "updated");
    expect(one.headers.get("last-modified")).toBe(new Date(updated).toUTCString());
  });

  test("If both INM and IMS arrive", async () => {
    const etag = (await headersAt("/rss.xml")).get("etag") ?? "";
    const late = "Fri, 01 Jan 2038 00:00:00 GMT";
    const early = "Thu, 01 Jan 1970 00:00:00 GMT";
    const status = async (tag: string, since: string) =>
      (await ask(app(), "/rss.xml", { headers: { "if-none-match": tag, "if-modified-since": since } }))
        .status;
    expect(await status('"other"', late)).toBe(200);
    expect(await status(etag, early)).toBe(304);
  });

  test("`-gzip` suffix / W/ on returned tag", async () => {
    const etag = (await headersAt("/rss.xml")).get("etag") ?? "";
    const inner = etag.replace(/^W\//, "").replaceAll('"', "");
    for (const tag of [
      `"${inner}"`,
      `W/"${inner}"`,
      `"${inner}-gzip"`,
      `W/"${inner}-br"`,
      `"x", "${inner}"`,
    ]) {
      const answered = await ask(app(), "/rss.xml", { headers: { "if-none-match": tag } });
      expect(answered.status, tag).toBe(304);
    }
  });

  test("clients invent IMS dates; 1970/1980 LM", async () => {
    const status = async (since: string) =>
      (await ask(app(), "/rss.xml", { headers: { "if-modified-since": since } })).status;
    expect(await status("Sun, 01 Mar 2026 09:00:00 GMT")).toBe(304);
    expect(await status("Thu, 01 Jan 1970 00:00:00 GMT")).toBe(200);
    for (const articles of [[], [undated()], [article()]])
      for (const file of FILES) {
        const modified = (await headersAt(`/${file}`, {}, app({ articles }))).get("last-modified");
        expect(Date.parse(modified ?? ""), file).toBeGreaterThan(Date.UTC(2000));
      }
  });

  test("If-Modified-Since second granularity", async () => {
    const since = (await headersAt("/rss.xml")).get("last-modified") ?? "";
    const answered = await ask(app(), "/rss.xml", { headers: { "if-modified-since": since } });
    expect(answered.status).toBe(304);
    const before = new Date(Date.parse(since) - 1000).toUTCString();
    expect((await ask(app(), "/rss.xml", { headers: { "if-modified-since": before } })).status).toBe(200);
  });

  test("304 with body / missing headers", async () => {
    const whole = await ask(app(), "/rss.xml");
    const answered = await ask(app(), "/rss.xml", {
      headers: { "if-none-match": whole.headers.get("etag") ?? "" },
    });
    expect([answered.status, await answered.text()]).toEqual([304, ""]);
    for (const name of ["etag", "last-modified", "cache-control", "vary"])
      expect(answered.headers.get(name), name).toBe(whole.headers.get(name));
    expect(answered.headers.get("link")).toBe(withoutSiblings(whole.headers.get("link")));
  });

  test("`Expires: 0`, `no-store`", async () => {
    for (const path of [...FILES.map((file) => `/${file}`), "/feeds.opml", "/msn.xml"]) {
      const headers = await headersAt(path);
      expect(headers.get("expires"), path).toBeNull();
      expect(headers.get("cache-control"), path).toMatch(/^public, max-age=[1-9]/);
      expect(headers.get("pragma"), path).toBeNull();
    }
  });

  test("max-age too long delays news / too short floods", async () => {
    for (const articles of [[], many(3), many(60), [article()]]) {
      const [, seconds] =
        /max-age=(\d+)/.exec(
          (await headersAt("/rss.xml", {}, app({ articles }))).get("cache-control") ?? "",
        ) ?? [];
      expect(Number(seconds)).toBeGreaterThanOrEqual(900);
      expect(Number(seconds)).toBeLessThanOrEqual(3600);
    }
    const [ttl] = texts(readXml(await textAt(app(), "/rss.xml")), "channel/ttl");
    expect(ttl).toBe("15");
  });

  test("one URL for several formats by Accept", async () => {
    const accepts = ["text/html", "application/atom+xml", "application/json", "*/*"];
    for (const file of FILES) {
      const types = accepts.map(async (accept) =>
        (await headersAt(`/${file}`, { headers: { accept } })).get("content-type"),
      );
      expect(new Set(await Promise.all(types)).size, file).toBe(1);
      expect((await headersAt(`/${file}`)).get("vary")).not.toMatch(/accept(?!-encoding)/i);
    }
    const chosen = await ask(app(), "/feed", { headers: { accept: "application/atom+xml" } });
    expect([chosen.status, chosen.headers.get("location"), chosen.headers.get("vary")]).toEqual([
      307,
      `${ORIGIN}/atom.xml`,
      "Accept",
    ]);
  });

  test("wrong/absent type or charset", async () => {
    const types = { "rss.xml": "rss+xml", "atom.xml": "atom+xml", "feed.json": "feed+json" };
    for (const [file, type] of Object.entries(types)) {
      const headers = await headersAt(`/${file}`);
      expect(headers.get("content-type")).toBe(`application/${type}; charset=utf-8`);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
    expect(await textAt(app(), "/rss.xml")).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>/);
  });

  test("relative URLs; xml:base ignored", async () => {
    const contentHtml = `<p><a href="${BASE}/b"><img src="${BASE}/a.png" srcset="${BASE}/a.png 1x, ${BASE}/b.png 2x" alt=""></a></p>`;
    for (const file of FILES) {
      const text = await textAt(app({ articles: [article({ contentHtml })] }), `/${file}`);
      expect(text, file).not.toContain("xml:base");
      const [entry] = read(file, text).entries;
      expect([...(entry?.bodyHtml ?? "").matchAll(/https:\/\/news\.example\/[ab]/g)], file).toHaveLength(4);
    }
  });

  test("guid changes", async () => {
    const places = ["https://news.example", "http://other.example"].map((url) =>
      app({ publication: publication({ url }) }),
    );
    for (const file of FILES) {
      const ids = await Promise.all(places.map(async (place) => (await entriesIn(place, file))[0]?.id));
      expect(ids, file).toEqual([article().id, article().id]);
    }
    const edited = article({ title: "Low water", updated: "2026-05-01T00:00:00Z" });
    expect((await entriesIn(app({ articles: [edited] }), "rss.xml"))[0]?.id).toBe(article().id);
  });

  test("duplicate guid", async () => {
    for (const file of FILES) {
      const ids = (await entriesIn(app({ articles: many(20) }), file)).map(({ id }) => id);
      expect(new Set(ids).size).toBe(20);
    }
  });

  test("`isPermaLink` omitted with non-URL guid", async () => {
    for (const path of ["/rss.xml", "/msn.xml", "/smartnews.xml"])
      for (const { attributes } of all(readXml(await textAt(app(), path)), "channel/item/guid"))
        expect(attributes.isPermaLink, path).toBe("false");
  });

  test("updated vs published confusion: edits show as new or never", async () => {
    const old = article({ slug: "old", published: "2026-01-01T08:00:00Z", updated: "2026-05-01T08:00:00Z" });
    for (const file of FILES) {
      const entries = await entriesIn(app({ articles: [old, article()] }), file);
      expect(
        entries.map(({ published }) => published),
        file,
      ).toEqual(["2026-03-01T08:00:00Z", "2026-01-01T08:00:00Z"].map((moment) => Date.parse(moment) / 1000));
    }
    expect(await textAt(app({ articles: [old] }), "/atom.xml")).toContain(
      "<updated>2026-05-01T08:00:00Z</updated>",
    );
  });

  test("future dates pin to top", async () => {
    const articles = [article(), article({ slug: "soon", published: "2026-06-02T00:00:00Z" })];
    for (const file of FILES) {
      expect(await entriesIn(app({ articles }), file), file).toHaveLength(1);
      const later = app({ articles, clock: at("2026-06-02T00:00:00Z") });
      expect(await entriesIn(later, file), file).toHaveLength(2);
    }
  });

  test("CDATA in titles, type mismatches, double escaping", async () => {
    const title = "AT&T <b> &amp; Ö";
    const asked = app({ articles: [article({ title })] });
    for (const file of FILES) expect((await entriesIn(asked, file))[0]?.title, file).toBe(title);
    for (const file of XML) expect(await textAt(asked, `/${file}`)).not.toMatch(/<title[^>]*>\s*<!\[CDATA/);
    const [entryTitle] = all(readXml(await textAt(asked, "/atom.xml")), "entry/title");
    expect(entryTitle?.attributes).toEqual({ type: "text" });
    expect(await textAt(asked, "/rss.xml")).not.toMatch(/>\s+<!\[CDATA\[|\]\]>\s+<\//);
  });

  test("`]]>` in CDATA", async () => {
    const contentHtml = "<pre>a[b[0]]&gt;1 ]]> ]]]]></pre>";
    for (const file of FILES)
      expect(
        (await entriesIn(app({ articles: [article({ contentHtml, summary: "]]>" })] }), file))[0]?.bodyHtml,
        file,
      ).toBe(contentHtml);
  });

  test("undeclared prefix", async () => {
    const asked = app({
      publication: publication({ icon: "https://news.example/i.png", skipHours: [1] }),
      articles: [article({ withdrawn: true }), article({ slug: "b", image: { url: `${BASE}/a.png` } })],
    });
    for (const file of [...XML, "msn.xml", "smartnews.xml", "feedly.xml", "podcast.xml"])
      expect(readXml(await textAt(asked, `/${file}`)).name).toMatch(/^(rss|feed)$/);
  });

  test("bare name in RSS `<author>`", async () => {
    const xml = await textAt(app({ articles: [article({ authors: [{ name: "Bo" }] })] }), "/rss.xml");
    expect(xml).not.toMatch(/<(author|managingEditor|webMaster)>/);
    expect(texts(readXml(xml), "channel/item/dc:creator")).toEqual(["Bo"]);
  });

  test("RSS date forms", async () => {
    const xml = await textAt(app({ articles: many(5) }), "/rss.xml");
    const dates = [...xml.matchAll(/<(?:pubDate|lastBuildDate)>([^<]+)/g)].map(([, date = ""]) => date);
    expect(dates).toHaveLength(6);
    for (const date of dates)
      expect(date).toMatch(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/);
  });

  test("missing or wrong self link", async () => {
    const fixed = app({ publication: publication({ url: "https://fixed.example" }) });
    for (const path of ["", "/topics/tides", "/languages/en"])
      for (const file of FILES)
        expect(read(file, await textAt(fixed, `${path}/${file}?utm=1`)).self).toBe(
          `https://fixed.example${path}/${file}`,
        );
  });

  test("script/iframe/style in HTML", async () => {
    for (const file of FILES)
      expect(await textAt(app(), `/${file}`)).not.toMatch(/<(script|iframe|style)|&lt;(script|iframe|style)/);
  });

  test("images' alt overwritten", async () => {
    const contentHtml = `<p><img src="${BASE}/a.png" alt="A pier at dusk" title="Dusk"></p>`;
    for (const file of FILES)
      expect((await entriesIn(app({ articles: [article({ contentHtml })] }), file))[0]?.bodyHtml).toBe(
        contentHtml.replace(BASE, ORIGIN),
      );
  });

  test("non-ASCII tag silently lost", async () => {
    const topics = [topic("größe", { title: { en: "Größe" } }), topic("潮汐")];
    const asked = app({
      publication: publication({ topics }),
      articles: [article({ topics: ["größe", "潮汐"] })],
    });
    for (const id of ["größe", "潮汐"]) {
      expect(await entriesIn(asked, "rss.xml", `/topics/${id}`)).toHaveLength(1);
      expect(await textAt(asked, "/feeds.opml")).toContain(`/topics/${encodeURIComponent(id)}/atom.xml`);
    }
  });

  test("tag substring match", async () => {
    const topics = [topic("tide"), topic("tides")];
    const asked = app({ publication: publication({ topics }), articles: [article({ topics: ["tides"] })] });
    expect(await entriesIn(asked, "rss.xml", "/topics/tide")).toEqual([]);
    expect((await ask(asked, "/topics/tid/rss.xml")).status).toBe(404);
  });

  test("trailing-slash variants split cache and guid", async () => {
    for (const path of ["/rss.xml/", "/topics/tides/", "/topics/tides/atom.xml/", "/articles/high-water/"]) {
      const answered = await ask(app(), path);
      expect([answered.status, answered.headers.get("location")], path).toEqual([
        308,
        ORIGIN + path.slice(0, -1),
      ]);
    }
  });

  test("unknown query strings split cache (`?utm`, `?ref=feed`)", async () => {
    const [plain, marked] = [
      await ask(app(), "/rss.xml"),
      await ask(app(), "/rss.xml?utm_source=x&ref=feed"),
    ];
    expect(marked.headers.get("etag")).toBe(plain.headers.get("etag"));
    expect(await marked.text()).toBe(await plain.text());
  });

  test("s-maxage kills SWR on Workers Cache", async () => {
    const headers = await headersAt("/rss.xml");
    expect(headers.get("cache-control")).toMatch(/stale-while-revalidate=\d+/);
    expect(headers.get("cache-control")).not.toMatch(/s-maxage|must-revalidate|proxy-revalidate/);
    expect(headers.get("cloudflare-cdn-cache-control")).toMatch(/max-age=\d+/);
  });

  test("A-IM: feed on shared cache", async () => {
    const before = await headersAt("/rss.xml", {}, app({ articles: many(9).slice(1) }));
    const headers = { "a-im": "feed", "if-none-match": before.get("etag") ?? "" };
    const delta = await ask(app({ articles: many(9) }), "/rss.xml", { headers });
    expect([delta.status, delta.headers.get("im")]).toEqual([226, "feed"]);
    expect(delta.headers.get("cache-control")).toMatch(/private|no-store/);
    expect((await headersAt("/rss.xml")).get("vary")).not.toMatch(/A-IM|If-None-Match/i);
  });

  test("Vary: User-Agent/Cookie", async () => {
    for (const path of [...FILES.map((file) => `/${file}`), "/", "/feed", "/feeds.opml"])
      expect((await headersAt(path)).get("vary") ?? "", path).not.toMatch(/user-agent|cookie/i);
  });

  test("XSLT stylesheet", async () => {
    for (const file of [...XML, "msn.xml", "smartnews.xml"])
      expect(await textAt(app(), `/${file}`)).not.toMatch(/<\?xml-stylesheet (?!type="text\/css")|xsl/);
  });

  test("feed too large (whole archive)", async () => {
    const asked = app({ articles: many(400) });
    for (const file of FILES) {
      const text = await textAt(asked, `/${file}`);
      expect(read(file, text).entries.length, file).toBeLessThanOrEqual(50);
      expect(text, file).toMatch(/prev-archive|next_url/);
    }
  });

  test("redirect of feed URL http→https changes ids", async () => {
    for (const file of FILES) {
      const ids = ["http://news.example", "https://news.example"].map(async (origin) =>
        read(file, await (await app().fetch(new Request(`${origin}/${file}`))).text()).entries.map(
          ({ id }) => id,
        ),
      );
      expect((await ids[0]) ?? [], file).toEqual(await ids[1]);
    }
  });

  test("bot challenge page served as feed (200 HTML)", async () => {
    const agents = [
      "",
      "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 12 subscribers; like FeedFetcher-Google)",
      "Feedbin feed-id:123 - 4 subscribers",
      "NetNewsWire (RSS Reader; https://netnewswire.com/)",
      "newsboat/2.32.0 (Linux x86_64)",
      "python-requests/2.31",
      "curl/8.5.0",
    ];
    for (const file of FILES) {
      const whole = await textAt(app(), `/${file}`);
      for (const agent of agents)
        expect(await (await ask(app(), `/${file}`, { headers: { "user-agent": agent } })).text()).toBe(whole);
    }
  });

  test("WebSub for JSON isn't discovered from `hubs`", async () => {
    const asked = app({ publication: publication({ hub: "https://hub.example/" }) });
    for (const file of FILES)
      for (const method of ["GET", "HEAD"]) {
        const link = (await headersAt(`/${file}`, { method }, asked)).get("link");
        expect(link, file).toContain('<https://hub.example/>; rel="hub"');
        expect(link, file).toContain(`<${ORIGIN}/${file}>; rel="self"`);
      }
  });

  test("paging via next_url makes readers refetch or ignore", async () => {
    const older = async (articles: Parameters<typeof app>[0]) => {
      const { next_url: next } = JSON.parse(await textAt(app(articles), "/feed.json"));
      return [next, await textAt(app(articles), new URL(next).pathname)] as const;
    };
    const [next, text] = await older({ articles: many(80) });
    expect(next).toMatch(/\/archive\/\d+\/feed\.json$/);
    const newer = article({ slug: "newer", published: "2026-06-01T11:59:00Z" });
    const same = await textAt(app({ articles: [newer, ...many(80)] }), new URL(next).pathname);
    expect(same).toBe(text);
    // Three days later nothing of it is news: no moment is near at which anything changes.
    const later = app({ articles: many(80), clock: () => now + 3 * 24 * 3_600_000 });
    const headers = await headersAt(new URL(next).pathname, {}, later);
    expect(headers.get("cache-control")).toContain("max-age=86400,");
  });

  test("JSON date_modified without date_published", async () => {
    const articles = [...many(3), undated(), article({ slug: "edited", updated: "2026-05-01T00:00:00Z" })];
    const { items } = JSON.parse(await textAt(app({ articles }), "/feed.json"));
    for (const item of items) expect("date_modified" in item).toBe("date_published" in item);
  });
});
