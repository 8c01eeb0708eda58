/** Every link of every page, followed from the pages and lists where people and crawlers begin. */
import { expect, test } from "vitest";
import { bundledIn } from "../../src/bundled.ts";
import { bundle } from "../../src/generated/publication.ts";
import type { App } from "../../src/http/app.ts";
import { readXml, type Element as Xml } from "../feeds/xml.ts";
import { app, ask, ORIGIN } from "../sample.ts";
import { MANY } from "./many.ts";
import { pageIn } from "./page.ts";

const BEGINNINGS = [
  "/",
  "/subscribe",
  "/search?q=tide",
  "/sitemap.xml",
  "/news-sitemap.xml",
  "/feeds.opml",
  "/nothing",
];

interface Visited {
  readonly status: number;
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
}

/** What a document leads to, resolved against its address. */
const linked = (hrefs: readonly (string | null)[], address: string): readonly string[] =>
  hrefs
    .flatMap((href) => (href === null ? [] : [new URL(href, address).href]))
    .filter((href) => href.startsWith(ORIGIN));

function fromPage(html: string): Pick<Visited, "ids"> & { readonly hrefs: readonly (string | null)[] } {
  const { all } = pageIn(html);
  const ids = all("[id]").map((one) => one.getAttribute("id") ?? "");
  expect(new Set(ids).size, `each id once: ${ids}`).toBe(ids.length);
  const of = (name: string) => all(`[${name}]`).map((one) => one.getAttribute(name));
  const properties = ["og:url", "og:image"].flatMap((name) =>
    all(`meta[property="${name}"]`).map((one) => one.getAttribute("content")),
  );
  return { ids: new Set(ids), hrefs: [...["href", "src", "action", "data-copy"].flatMap(of), ...properties] };
}

const addressesIn = ({ name, text, attributes, children }: Xml): readonly string[] => [
  ...(name === "loc" ? [text] : []),
  ...Object.entries(attributes).flatMap(([key, value]) => (/^(?:xml|html)Url$/.test(key) ? [value] : [])),
  ...children.flatMap(addressesIn),
];

async function visit(asked: App, address: string): Promise<Visited> {
  const answer = await ask(asked, address);
  const { status } = answer;
  const type = answer.headers.get("content-type") ?? "";
  const text = await answer.text();
  const none = { status, ids: new Set<string>(), links: [] };
  if (type.startsWith("text/html")) {
    const { ids, hrefs } = fromPage(text);
    return { status, ids, links: linked(hrefs, address) };
  }
  const isList = /sitemap|opml/.test(new URL(address).pathname) && status === 200;
  return isList ? { ...none, links: linked(addressesIn(readXml(text)), address) } : none;
}

/** Follows all there is to follow; fragments are kept with the links. */
async function crawl(
  asked: App,
  beginnings: readonly string[] = BEGINNINGS,
): Promise<ReadonlyMap<string, Visited>> {
  const visited = new Map<string, Visited>();
  const waiting = beginnings.map((path) => ORIGIN + path);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const address = next.replace(/#.*/, "");
    if (visited.has(address)) continue;
    const found = await visit(asked, address);
    visited.set(address, found);
    waiting.push(...found.links);
  }
  return visited;
}

const { publication, articles, searchIndex } = bundledIn(new Uint8Array(bundle));
const PUBLICATIONS = [
  [
    "the bundled publication",
    { publication, articles: articles(), searchIndex: searchIndex(), clock: Date.now },
    60,
  ],
  ["120 articles in six languages", MANY, 200],
] as const;

test.each(PUBLICATIONS)(
  "every link of every page of %s leads somewhere, by no detour",
  async (_, published, least) => {
    const visited = await crawl(app(published));
    expect(visited.size).toBeGreaterThan(least);
    const faults = [...visited].flatMap(([from, { links }]) =>
      links.flatMap((link) => {
        const [address = "", fragment] = link.split("#");
        const found = visited.get(address);
        const isThere = found?.status === 200 || address === from;
        const isWhole = !fragment || found?.ids.has(decodeURIComponent(fragment));
        return isThere && isWhole ? [] : [`${from} names ${link}: ${found?.status}`];
      }),
    );
    expect(faults).toEqual([]);
  },
);

test("whatever the sitemap names is reached by links of pages alone, from the front page", async () => {
  const asked = app(MANY);
  const visited = await crawl(asked, ["/"]);
  const { links } = await visit(asked, `${ORIGIN}/sitemap.xml`);
  expect(links.length).toBeGreaterThan(130);
  expect(links.filter((link) => !visited.has(link))).toEqual([]);
  expect([...visited.keys()].filter((address) => /gone|due/.test(address))).toEqual([]);
});
