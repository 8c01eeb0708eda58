import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { factsOf, wordsOf } from "../archive/filed.ts";
import { type Article, BASE, HERE } from "../articles/article.ts";
import { headlineOf } from "../articles/headline.ts";
import { idOf, slugOf } from "../articles/identity.ts";
import type { Publication } from "../articles/publication.ts";
import { type Read, readSeed, type SeedOutcome } from "../articles/seed.ts";
import { type Chooser, topicChooser } from "../articles/topics.ts";
import { digestOf } from "./digest.ts";
import { type Claim, type Grown, type Seedling, SLUG } from "./grown.ts";
import { codeOf, saidBy } from "./whole.ts";
import { NO_ID, type Work } from "./work.ts";

/** Makes a reader of seeds, by their paths below the folder; what they become share one buffer, which no others have. */
export function seedReader({
  folder,
  publication,
  customs,
}: Work): (paths: readonly string[]) => readonly Seedling[] {
  const publicationId = publication?.id ?? NO_ID;
  const topics = publication?.topics ?? [];
  const choose = topicChooser(topics);
  const one = (path: string): InText => {
    const bytes = bytesOf(join(folder, path));
    if (typeof bytes === "string") return unread(path, bytes);
    const read = readSeed(path, bytes, customs);
    const claim = claimOf(path, read, publicationId);
    const seed = { path, digest: digestOf(bytes), ...(claim && { claim }) };
    if (!read.ok) return { ...seed, problems: read.problems, words: NO_WORDS, article: "", headline: "" };
    const { warnings, value } = read;
    const settled = settledOf(value, value.draft.id ?? idOf(publicationId, path), topics, choose);
    const article = JSON.stringify(settled);
    return {
      ...seed,
      grown: grownOf(value, settled, article),
      ...(value.withdrawal && { withdrawal: value.withdrawal }),
      ...(warnings.length > 0 && { warnings }),
      words: wordsOf(settled),
      article,
      headline: JSON.stringify(headlineOf(settled)),
    };
  };
  return (paths) => inOneBuffer(paths.map(one));
}

/** Most files are smaller. */
const ROOM = 65_536;
const room = Buffer.allocUnsafeSlow(ROOM);

/** A seed whose bytes nobody gets to see. */
const unread = (path: string, why: string): InText => ({
  path,
  digest: "",
  problems: [{ line: 1, expected: "a file that can be read", found: why }],
  words: NO_WORDS,
  article: "",
  headline: "",
});

/** The bytes of a file, good until the next is read, or what the system says against it. */
function bytesOf(path: string): Uint8Array | string {
  try {
    return bytesIn(path);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return saidBy(error);
  }
}

/** Nearly all files are read into the same memory. */
function bytesIn(path: string): Uint8Array {
  const file = openSync(path, "r");
  try {
    let size = 0;
    for (let more = -1; more !== 0 && size < ROOM; size += more)
      more = readSync(file, room, size, ROOM - size, null);
    return size < ROOM ? room.subarray(0, size) : readFileSync(path);
  } finally {
    closeSync(file);
  }
}

const NO_WORDS = { title: "", summary: "" };

type InText = Omit<Seedling, "article" | "headline"> & Readonly<Record<"article" | "headline", string>>;

function inOneBuffer(seeds: readonly InText[]): readonly Seedling[] {
  const texts = seeds.flatMap(({ article, headline }) => [article, headline]);
  const wide = new Uint8Array(texts.reduce((sum, text) => sum + text.length * BYTES, 0));
  let end = 0;
  const ends = texts.map((text) => (end += encoder.encodeInto(text, wide.subarray(end)).written));
  const all = wide.slice(0, end);
  const part = (i: number) => all.subarray(ends[i - 1] ?? 0, ends[i]);
  return seeds.map((seed, i) => ({ ...seed, article: part(2 * i), headline: part(2 * i + 1) }));
}

const encoder = new TextEncoder();
/** As many as a unit of UTF-16 may take in UTF-8. */
const BYTES = 3;

/** What front matter claims, and what a seed at fault does. */
function claimOf(path: string, read: SeedOutcome, publicationId: string): Claim | undefined {
  const { lineOf } = (read.ok ? read.value : read.claims) ?? {};
  if (!lineOf) return undefined;
  const { id, slug } = (read.ok ? read.value.draft : read.claims) ?? {};
  if (read.ok && id === undefined && slug === undefined) return undefined;
  return {
    id: id ?? idOf(publicationId, path),
    ...(slug !== undefined && { slug }),
    lines: { id: lineOf("id"), slug: lineOf("slug") },
  };
}

/** An article in full, but for its slug. */
function settledOf(
  { draft, text }: Read,
  id: string,
  topics: Publication["topics"],
  choose: Chooser,
): Article {
  const { title, language } = draft;
  const chosen = new Set([...(draft.topics ?? []), ...choose({ title, language, text })]);
  const settled = {
    ...draft,
    id,
    slug: SLUG,
    topics: topics.flatMap((topic) => (chosen.has(topic.id) ? [topic.id] : [])),
    contentHtml: draft.contentHtml.replaceAll(HERE, `${BASE}/articles/${SLUG}`),
  };
  return draft.withdrawn ? { ...settled, contentHtml: "", summary: "" } : settled;
}

/** `json`: the article's. */
function grownOf({ draft: { slug, title } }: Read, article: Article, json: string): Grown {
  return {
    ...factsOf(article),
    plain: slug ?? slugOf(title, article.id),
    ...(slug !== undefined && { isStated: true as const }),
    // Where a slug is stated, nothing else tells of it: in the article stands what stands for any.
    version: digestOf(slug === undefined ? json : `${json} ${slug}`),
  };
}
