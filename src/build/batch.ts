import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BASE, HERE } from "../articles/article.ts";
import { idOf, slugOf } from "../articles/identity.ts";
import type { Publication } from "../articles/publication.ts";
import { type Read, readSeed } from "../articles/seed.ts";
import { type Chooser, topicChooser } from "../articles/topics.ts";
import { type Complaint, inFile } from "./complaint.ts";
import { type Batch, type Grown, SLUG } from "./grown.ts";

/** A folder, and what its seeds are read by. */
export interface Work {
  readonly folder: string;
  /** Absent where its own file is at fault: then seeds are read to tell their faults. */
  readonly publication?: Publication;
}

/** Customs by which seeds are read to tell their faults where the publication's own file is at fault. */
const FALLBACK = { language: "en", timeZone: "UTC" };
/** Stands for its id, so that seeds which claim the same are found. */
const NO_ID = "urn:uuid:00000000-0000-0000-0000-000000000000";

/** Makes a reader of batches of seeds, by their paths below the folder. */
export function batchReader({ folder, publication }: Work): (paths: readonly string[]) => Batch {
  const topics = publication?.topics ?? [];
  const choose = topicChooser(topics);
  const customs = publication ? { ...publication, topics: new Set(topics.map(({ id }) => id)) } : FALLBACK;
  return (paths) => {
    const grown: Grown[] = [];
    const articles: string[] = [];
    const problems: Complaint[] = [];
    const warnings: Complaint[] = [];
    for (const path of paths) {
      const read = readSeed(path, readFileSync(join(folder, path)), customs);
      if (!read.ok) problems.push(...inFile(path, read.problems));
      else {
        const one = grownOf(path, read.value, publication?.id ?? NO_ID);
        grown.push(one);
        articles.push(jsonOf(read.value, one.id, topics, choose));
        warnings.push(...inFile(path, read.warnings));
      }
    }
    return { grown, json: ownBytes(articles.join("\n")), problems, warnings };
  };
}

/** Bytes that share their buffer with no others, as those that go to another thread must. */
const ownBytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));

function grownOf(path: string, { draft, lineOf }: Read, publicationId: string): Grown {
  const id = draft.id ?? idOf(publicationId, path);
  const { title, slug, published, language } = draft;
  return {
    path,
    id,
    plain: slug ?? slugOf(title, id),
    draft: { language, ...(slug !== undefined && { slug }), ...(published && { published }) },
    lines: { id: lineOf("id"), slug: lineOf("slug") },
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
