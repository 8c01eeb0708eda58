import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { type Article, BASE, HERE } from "../articles/article.ts";
import { decode } from "../articles/decode.ts";
import { idOf, slugsOf } from "../articles/identity.ts";
import { newestFirst } from "../articles/order.ts";
import type { Problem } from "../articles/problem.ts";
import type { Publication } from "../articles/publication.ts";
import { readPublication } from "../articles/publication-file.ts";
import { kindOf, type Read, readSeed } from "../articles/seed.ts";
import { topicChooser } from "../articles/topics.ts";

const PUBLICATION = "publication.toml";

/** A publication and its articles, newest first. */
export interface Collection {
  readonly publication: Publication;
  readonly articles: readonly Article[];
}

/** A problem, and its file's path below the folder of seeds. */
export interface Complaint extends Problem {
  readonly path: string;
}

/** What the folder holds; none where there is any problem. */
export interface Built {
  readonly collection?: Collection;
  readonly problems: readonly Complaint[];
  readonly warnings: readonly Complaint[];
}

interface Seed extends Read {
  readonly path: string;
  readonly id: string;
}

/** Reads a folder of seeds whole: every problem of every file is told at once. */
export function readSeeds(folder: string): Built {
  const publication = publicationIn(folder);
  const { seeds, problems, warnings } = seedsIn(folder, publication.value);
  const clashes = [
    ...clashing(seeds, "id", (seed) => seed.id),
    ...clashing(seeds, "slug", (seed) => seed.draft.slug),
  ];
  const all = [...publication.problems, ...problems, ...clashes];
  if (!publication.value || all.length > 0) return { problems: all, warnings };
  return {
    collection: { publication: publication.value, articles: settle(seeds, publication.value) },
    problems: [],
    warnings,
  };
}

function publicationIn(folder: string): { value?: Publication; problems: readonly Complaint[] } {
  const path = join(folder, PUBLICATION);
  const missing = {
    path: PUBLICATION,
    line: 1,
    expected: "a file that says who publishes",
    found: "no such file",
  };
  if (!existsSync(path)) return { problems: [missing] };
  const text = decode(readFileSync(path));
  const read = text.ok ? readPublication(text.value) : text;
  return read.ok ? { value: read.value, problems: [] } : { problems: inFile(PUBLICATION, read.problems) };
}

const inFile = (path: string, problems: readonly Problem[]): readonly Complaint[] =>
  problems.map((problem) => ({ path, ...problem }));

/** Paths of all seeds below the folder, with `/` between segments, in the order of their code points. */
function pathsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) =>
    path.replaceAll(sep, "/"),
  );
  const visible = all.filter((path) => !path.split("/").some((segment) => segment.startsWith(".")));
  // A folder may be called `notes.md`, and a seed may be a link to a file elsewhere.
  const isFile = (path: string) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile();
  return visible.filter((path) => kindOf(path) && isFile(path)).sort();
}

/** Customs by which seeds are read to tell their faults where the publication's own file is at fault. */
const FALLBACK = { language: "en", timeZone: "UTC" };
/** Stands for its id, so that seeds which claim the same are found. */
const NO_ID = "urn:uuid:00000000-0000-0000-0000-000000000000";

function seedsIn(folder: string, publication: Publication | undefined) {
  const seeds: Seed[] = [];
  const problems: Complaint[] = [];
  const warnings: Complaint[] = [];
  const customs = publication
    ? { ...publication, topics: new Set(publication.topics.map(({ id }) => id)) }
    : FALLBACK;
  for (const path of pathsIn(folder)) {
    const read = readSeed(path, readFileSync(join(folder, path)), customs);
    if (!read.ok) problems.push(...inFile(path, read.problems));
    else {
      seeds.push({ ...read.value, path, id: read.value.draft.id ?? idOf(publication?.id ?? NO_ID, path) });
      warnings.push(...inFile(path, read.warnings));
    }
  }
  return { seeds, problems, warnings };
}

/** Two seeds that claim the same: both are named. */
function clashing(
  seeds: readonly Seed[],
  key: string,
  claim: (seed: Seed) => string | undefined,
): readonly Complaint[] {
  const claimed = Map.groupBy(seeds, claim);
  return seeds.flatMap((seed) => {
    const value = claim(seed);
    const other = value === undefined ? undefined : claimed.get(value)?.find((one) => one !== seed);
    return other
      ? [
          {
            path: seed.path,
            line: seed.lineOf(key),
            expected: `${key}: one of its own`,
            found: `"${value}", as in ${other.path}`,
          },
        ]
      : [];
  });
}

/** Gives every article its slug and its topics, and puts the newest first. */
function settle(seeds: readonly Seed[], { topics }: Publication): readonly Article[] {
  const slugs = slugsOf(seeds);
  const choose = topicChooser(topics);
  const order = topics.map((topic) => topic.id);
  const articles = seeds.map(({ id, draft, text }): Article => {
    const slug = slugs.get(id) ?? "";
    const chosen = new Set([...(draft.topics ?? []), ...choose({ ...draft, text })]);
    const contentHtml = draft.contentHtml.replaceAll(HERE, `${BASE}/articles/${slug}`);
    const settled = { ...draft, id, slug, topics: order.filter((topic) => chosen.has(topic)), contentHtml };
    return draft.withdrawn ? { ...settled, contentHtml: "", summary: "" } : settled;
  });
  return articles.sort(newestFirst);
}
