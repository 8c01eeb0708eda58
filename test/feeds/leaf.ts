import type { App } from "../../src/http/app.ts";
import { ask, type File, ORIGIN } from "../sample.ts";
import { all, type Element, readXml } from "./xml.ts";

/** A document of a chain (RFC 5005 §4), as a client understands it. */
export interface Leaf {
  readonly path: string;
  readonly ids: readonly string[];
  /** Paths by relation. */
  readonly links: Readonly<Record<string, string>>;
  readonly isArchive: boolean;
  readonly isComplete: boolean;
}

const HISTORY = "http://purl.org/syndication/history/1.0";
const ATOM = "http://www.w3.org/2005/Atom";

/** Follows redirects as clients do, and reads what is there. */
export async function leafAt(app: App, path: string): Promise<Leaf> {
  const answer = await ask(app, path);
  const location = answer.headers.get("location");
  if (location) return leafAt(app, pathOf(location));
  if (answer.status !== 200) throw new Error(`expected a document at ${path}; found ${answer.status}`);
  return { path, ...READERS[fileOf(path)](await answer.text()) };
}

const pathOf = (url: string) => decodeURI(new URL(url, ORIGIN).pathname);
const fileOf = (path: string) => path.slice(path.lastIndexOf("/") + 1) as File;

type Read = Omit<Leaf, "path">;

const READERS: Readonly<Record<File, (text: string) => Read>> = {
  "rss.xml": (text) => fromXml(readXml(text), "channel", "item", "guid"),
  "atom.xml": (text) => fromXml(readXml(text), "", "entry", "id"),
  "feed.json": fromJson,
};

function fromXml(root: Element, head: string, entry: string, id: string): Read {
  const [feed = root] = head ? all(root, head) : [root];
  const links = feed.children.filter(({ uri, name }) => uri === ATOM && /(?:^|:)link$/.test(name));
  const has = (local: string) =>
    feed.children.some(({ uri, name }) => uri === HISTORY && name.endsWith(`:${local}`));
  return {
    ids: all(feed, entry).flatMap((one) => all(one, id).map(({ text }) => text)),
    links: Object.fromEntries(
      links.map(({ attributes: { rel = "", href = "" } }) => [rel, pathOf(href)] as const),
    ),
    isArchive: has("archive"),
    isComplete: has("complete"),
  };
}

function fromJson(text: string): Read {
  const { items, next_url, feed_url } = JSON.parse(text) as {
    readonly items: readonly { readonly id: string }[];
    readonly feed_url: string;
    readonly next_url?: string;
  };
  return {
    ids: items.map(({ id }) => id),
    links: { current: pathOf(feed_url), ...(next_url && { "prev-archive": pathOf(next_url) }) },
    isArchive: false,
    isComplete: false,
  };
}

/** No chain in a test is longer: it leads in a circle. */
const LONGEST = 500;

/** The documents of a chain, from one on by a relation; the subscription document, where that is met, is the last. */
export async function walk(
  app: App,
  path: string,
  rel: "prev-archive" | "next-archive",
): Promise<readonly Leaf[]> {
  const leaves: Leaf[] = [];
  for (let next: string | undefined = path; next !== undefined; next = leaves.at(-1)?.links[rel]) {
    leaves.push(await leafAt(app, next));
    if (leaves.length > LONGEST) throw new Error(`expected an end of the chain from ${path}; found none`);
  }
  return leaves;
}
