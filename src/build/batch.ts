import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BASE, HERE } from "../articles/article.ts";
import type { Customs } from "../articles/facts.ts";
import { idOf, slugOf } from "../articles/identity.ts";
import type { Publication } from "../articles/publication.ts";
import { type Read, readSeed, type SeedOutcome } from "../articles/seed.ts";
import { type Chooser, topicChooser } from "../articles/topics.ts";
import { type Complaint, inFile } from "./complaint.ts";
import type { Publishing } from "./folder.ts";
import { type Batch, type Claim, type Grown, SLUG } from "./grown.ts";

/** A folder, and what its seeds are read by. */
export interface Work {
  readonly folder: string;
  /** Absent where its own file is at fault: then seeds are read to tell their faults. */
  readonly publication?: Publication;
  readonly customs: Customs;
}

/** What is to be done in a folder. */
export const workIn = (folder: string, { value, customs }: Publishing): Work => ({
  folder,
  customs,
  ...(value && { publication: value }),
});

/** Stands for the publication's id where its own file is at fault, so that seeds which claim the same are found. */
const NO_ID = "urn:uuid:00000000-0000-0000-0000-000000000000";

/** Makes a reader of batches of seeds, by their paths below the folder. */
export function batchReader({ folder, publication, customs }: Work): (paths: readonly string[]) => Batch {
  const topics = publication?.topics ?? [];
  const choose = topicChooser(topics);
  return (paths) => {
    const grown: Grown[] = [];
    const claims: Claim[] = [];
    const articles: string[] = [];
    const problems: Complaint[] = [];
    const warnings: Complaint[] = [];
    for (const path of paths) {
      const read = readSeed(path, readFileSync(join(folder, path)), customs);
      claims.push(...claimsOf(path, read, publication?.id ?? NO_ID));
      if (!read.ok) problems.push(...inFile(path, read.problems));
      else {
        const one = grownOf(path, read.value, publication?.id ?? NO_ID);
        grown.push(one);
        articles.push(jsonOf(read.value, one.id, topics, choose));
        warnings.push(...inFile(path, read.warnings));
      }
    }
    return { grown, claims, json: ownBytes(articles.join("\n")), problems, warnings };
  };
}

/** Bytes that share their buffer with no others, as those that go to another thread must. */
const ownBytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));

/** What a seed claims as its own, also where it is at fault. */
function claimsOf(path: string, read: SeedOutcome, publicationId: string): readonly Claim[] {
  const { lineOf } = (read.ok ? read.value : read.claims) ?? {};
  if (!lineOf) return [];
  const { id = idOf(publicationId, path), slug } = (read.ok ? read.value.draft : read.claims) ?? {};
  return [
    { path, id, ...(slug !== undefined && { slug }), lines: { id: lineOf("id"), slug: lineOf("slug") } },
  ];
}

function grownOf(path: string, { draft }: Read, publicationId: string): Grown {
  const id = draft.id ?? idOf(publicationId, path);
  const { title, slug, published, language, summary, withdrawn } = draft;
  return {
    path,
    id,
    plain: slug ?? slugOf(title, id),
    draft: {
      language,
      title,
      summary,
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
