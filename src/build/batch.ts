import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BASE, HERE } from "../articles/article.ts";
import { idOf, slugOf } from "../articles/identity.ts";
import type { Publication } from "../articles/publication.ts";
import { type Read, readSeed, type SeedOutcome } from "../articles/seed.ts";
import { type Chooser, topicChooser } from "../articles/topics.ts";
import { digestOf } from "./digest.ts";
import { type Claim, type Grown, type Seedling, SLUG } from "./grown.ts";
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
  const one = (path: string) => {
    const bytes = readFileSync(join(folder, path));
    const read = readSeed(path, bytes, customs);
    const claim = claimOf(path, read, publicationId);
    const seed = { path, digest: digestOf(bytes), ...(claim && { claim }) };
    if (!read.ok) return { ...seed, problems: read.problems, warnings: [], json: "" };
    const grown = grownOf(path, read.value, publicationId);
    const json = jsonOf(read.value, grown.id, topics, choose);
    return { ...seed, grown, json, problems: [], warnings: read.warnings };
  };
  return (paths) => inOneBuffer(paths.map(one));
}

type InText = Omit<Seedling, "json"> & { readonly json: string };

function inOneBuffer(seeds: readonly InText[]): readonly Seedling[] {
  const all = new Uint8Array(Buffer.from(seeds.map(({ json }) => json).join("")));
  let end = 0;
  return seeds.map((seed) => {
    const start = end;
    end += Buffer.byteLength(seed.json);
    return { ...seed, json: all.subarray(start, end) };
  });
}

/** What a seed claims as its own, also where it is at fault. */
function claimOf(path: string, read: SeedOutcome, publicationId: string): Claim | undefined {
  const { lineOf } = (read.ok ? read.value : read.claims) ?? {};
  if (!lineOf) return undefined;
  const { id = idOf(publicationId, path), slug } = (read.ok ? read.value.draft : read.claims) ?? {};
  return { id, ...(slug !== undefined && { slug }), lines: { id: lineOf("id"), slug: lineOf("slug") } };
}

function grownOf(path: string, { draft }: Read, publicationId: string): Grown {
  const id = draft.id ?? idOf(publicationId, path);
  const { title, slug, published, language, summary, withdrawn } = draft;
  return {
    id,
    plain: slug ?? slugOf(title, id),
    words: digestOf(JSON.stringify([title, summary])),
    draft: {
      language,
      ...(slug !== undefined && { slug }),
      ...(published && { published }),
      ...(withdrawn && { withdrawn }),
    },
  };
}

/** An article in full, but for its slug. */
function jsonOf({ draft, text }: Read, id: string, topics: Publication["topics"], choose: Chooser): string {
  const chosen = new Set([...(draft.topics ?? []), ...choose({ ...draft, text })]);
  const settled = {
    ...draft,
    id,
    slug: SLUG,
    topics: topics.flatMap((topic) => (chosen.has(topic.id) ? [topic.id] : [])),
    contentHtml: draft.contentHtml.replaceAll(HERE, `${BASE}/articles/${SLUG}`),
  };
  return JSON.stringify(draft.withdrawn ? { ...settled, contentHtml: "", summary: "" } : settled);
}
