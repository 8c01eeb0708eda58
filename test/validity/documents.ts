import { ALL_FORMATS } from "../../src/feeds/formats.ts";
import type { App } from "../../src/http/app.ts";
import { all, readXml } from "../feeds/xml.ts";
import { ask, ORIGIN } from "../sample.ts";
import { findingsIn } from "./check.ts";
import type { Rule } from "./rules.ts";

/** A document as it was answered. */
export interface Answered {
  readonly path: string;
  readonly text: string;
  readonly mediaType: string;
}

export async function documentAt(asked: Pick<App, "fetch">, path: string): Promise<Answered> {
  const answered = await ask(asked as App, path);
  if (answered.status !== 200) throw new Error(`expected 200; found ${answered.status} at ${path}`);
  return { path, text: await answered.text(), mediaType: answered.headers.get("content-type") ?? "" };
}

/** The paths of every channel, as the directory names them, and of some that it does not: two things in common. */
async function channelsOf(asked: App): Promise<readonly string[]> {
  const opml = readXml((await documentAt(asked, "/feeds.opml")).text);
  const named = [...all(opml, "body/outline"), ...all(opml, "body/outline/outline")].flatMap(
    ({ attributes: { xmlUrl } }) => (xmlUrl ? [new URL(xmlUrl).pathname.replace("/atom.xml", "")] : []),
  );
  const languages = named.filter((path) => path.startsWith("/languages/"));
  const topics = named.filter((path) => path.startsWith("/topics/"));
  const pairs = topics.flatMap((topic) => languages.map((language) => topic + language));
  const found = await Promise.all(
    pairs.map(async (path) => ((await ask(asked, `${path}/atom.xml`)).status === 200 ? [path] : [])),
  );
  return [...named, ...found.flat()];
}

/** The archived documents behind a document, by its links. */
async function archivesBehind(asked: App, first: Answered): Promise<readonly Answered[]> {
  const [, older] =
    /rel="prev-archive"[^>]*href="([^"]+)"/.exec(first.text) ?? /"next_url":"([^"]+)"/.exec(first.text) ?? [];
  if (!older) return [];
  const document = await documentAt(asked, new URL(older).pathname);
  return [document, ...(await archivesBehind(asked, document))];
}

/** Every document: each channel in each format, what is behind it, and the directory. */
export async function documentsOf(asked: App): Promise<readonly Answered[]> {
  const documents: Answered[] = [await documentAt(asked, "/feeds.opml")];
  for (const channel of await channelsOf(asked))
    for (const { file } of Object.values(ALL_FORMATS)) {
      const document = await documentAt(asked, `${channel}/${file}`);
      documents.push(document, ...(await archivesBehind(asked, document)));
    }
  return documents;
}

/** Addresses of their own, whose purpose is a vocabulary that the validator does not know. */
const VOCABULARIES: Readonly<Record<string, readonly Rule[]>> = {
  "feedly.xml": ["UnknownNamespace"],
  // SmartFormat 2.1 has it so: `snf:logo` around RSS's `url`.
  "smartnews.xml": ["UnknownNamespace", "NotInANamespace"],
  "podcast.xml": ["UnsupportedNamespace"],
};
/** SmartNews's own word for what was withdrawn, in the namespace of Media RSS. */
const isSmartNewsDeletion = (path: string, rule: Rule, at: string): boolean =>
  path.endsWith("/smartnews.xml") && rule === "UndefinedElement" && at === "rss/channel/item/media:status";

/** What is found in a document, one line each. */
export function faultsOf({ path, text, mediaType }: Answered, now: number): readonly string[] {
  const vocabulary = VOCABULARIES[path.split("/").at(-1) ?? ""] ?? [];
  return findingsIn(text, { address: ORIGIN + path, mediaType, now })
    .filter(({ rule, at }) => !vocabulary.includes(rule) && !isSmartNewsDeletion(path, rule, at))
    .map(({ rule, at }) => `${path}: ${rule} at ${at}`);
}
