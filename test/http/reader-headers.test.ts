/** RFC 9110 §13 with the headers that real readers send, from their source: the first poll, the next, and the one after news. */
import { expect, test } from "vitest";
import { app, article, ask, FILES } from "../sample.ts";

const before = [article({ slug: "one" }), article({ slug: "two", published: "2026-03-02T08:00:00Z" })];
const asked = app({ articles: before });
const later = app({ articles: [...before, article({ slug: "three", published: "2026-03-03T08:00:00Z" })] });

interface Given {
  readonly etag: string;
  readonly modified: string;
}
interface Reader {
  readonly first?: Readonly<Record<string, string>>;
  readonly next: (given: Given) => Readonly<Record<string, string>>;
  /** Of the poll after news; 200 unless it asks for what is new. */
  readonly news?: 226;
}

const both = ({ etag, modified }: Given) => ({ "if-none-match": etag, "if-modified-since": modified });

const READERS: Readonly<Record<string, Reader>> = {
  Thunderbird: {
    first: { "if-modified-since": "Sat, 01 Jan 2000 00:00:00 GMT", accept: "application/atom+xml,*/*;q=0.1" },
    next: ({ modified }) => ({ "if-modified-since": modified }),
  },
  "Nextcloud News": { next: ({ modified }) => ({ "if-modified-since": modified }) },
  NetNewsWire: { next: both },
  Miniflux: {
    first: { "accept-encoding": "br,gzip" },
    next: (given) => ({ ...both(given), "accept-encoding": "br,gzip" }),
  },
  FreshRSS: { next: both },
  "FreshRSS behind a proxy that compresses": {
    next: ({ etag, modified }) => both({ etag: etag.replace(/"$/, '-gzip"'), modified }),
  },
  "FreshRSS with a date that it made up": {
    next: ({ etag }) => both({ etag, modified: "Mon, 01 Jun 2026 11:59:59 GMT" }),
  },
  Newsboat: { next: (given) => ({ ...both(given), "a-im": "feed" }), news: 226 },
  Liferea: { next: (given) => ({ ...both(given), "a-im": "feed" }), news: 226 },
  feedparser: {
    first: { "a-im": "feed" },
    next: (given) => ({ ...both(given), "a-im": "feed", "accept-encoding": "gzip, deflate" }),
    news: 226,
  },
  "a client that drops the mark of a weak tag": {
    next: ({ etag }) => ({ "if-none-match": etag.replace("W/", "") }),
  },
  "a client that drops the quotation marks": {
    next: ({ etag }) => ({ "if-none-match": etag.replaceAll('"', "") }),
  },
  "a cache with several tags": { next: ({ etag }) => ({ "if-none-match": `"a", ${etag}, W/"b"` }) },
};

for (const [name, { first = {}, next, news = 200 }] of Object.entries(READERS))
  test.each(FILES)(`${name} gets %s whole, then 304, then ${news}, and 304 again`, async (file) => {
    const path = `/${file}`;
    const given = async (of = asked, headers: Readonly<Record<string, string>> = first) => {
      const answer = await ask(of, path, { headers });
      const { status } = answer;
      return {
        status,
        etag: answer.headers.get("etag") ?? "",
        modified: answer.headers.get("last-modified") ?? "",
      };
    };
    const one = await given();
    expect(one.status).toBe(200);
    const two = await given(asked, next(one));
    expect(two).toEqual({ ...one, status: 304 });
    const three = await given(later, next(two));
    expect(three.status).toBe(news);
    expect((await given(later, next(three))).status).toBe(304);
  });

test("Nextcloud News asks by HEAD for Last-Modified, and finds the one of GET", async () => {
  for (const file of FILES) {
    const [head, get] = [await ask(asked, `/${file}`, { method: "HEAD" }), await ask(asked, `/${file}`)];
    expect(head.headers.get("last-modified")).toBe(get.headers.get("last-modified"));
  }
});
