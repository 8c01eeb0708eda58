import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { type Article, BASE, HERE } from "../articles/article.ts";
import { decode } from "../articles/decode.ts";
import type { Customs } from "../articles/facts.ts";
import { idOf, slugsOf } from "../articles/identity.ts";
import { newestFirst } from "../articles/order.ts";
import type { Problem } from "../articles/problem.ts";
import type { Publication } from "../articles/publication.ts";
import { customsOf, readPublication } from "../articles/publication-file.ts";
import { type Claims, kindOf, type Read, readSeed } from "../articles/seed.ts";
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

interface Claim extends Claims {
  readonly path: string;
  readonly id: string;
}

/** Reads a folder of seeds whole: every problem of every file is told at once. */
export function readSeeds(folder: string): Built {
  const publication = publicationIn(folder);
  const { seeds, claims, problems, warnings } = seedsIn(folder, publication);
  const clashes = [...clashing(claims, "id"), ...clashing(claims, "slug")];
  const all = [...publication.problems, ...problems, ...clashes];
  if (!publication.value || all.length > 0) return { problems: all, warnings };
  return {
    collection: { publication: publication.value, articles: settle(seeds, publication.value) },
    problems: [],
    warnings,
  };
}

interface Publishing {
  readonly value?: Publication;
  readonly customs: Customs;
  readonly problems: readonly Complaint[];
}

function publicationIn(folder: string): Publishing {
  const path = join(folder, PUBLICATION);
  const missing = {
    path: PUBLICATION,
    line: 1,
    expected: "a file that says who publishes",
    found: "no such file",
  };
  if (!existsSync(path)) return { customs: customsOf(undefined), problems: [missing] };
  const text = decode(readFileSync(path));
  const read = text.ok ? readPublication(text.value) : text;
  if (!read.ok)
    return {
      customs: customsOf(text.ok ? text.value : undefined),
      problems: inFile(PUBLICATION, read.problems),
    };
  const topics = new Set(read.value.topics.map(({ id }) => id));
  return { value: read.value, customs: { ...read.value, topics }, problems: [] };
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

/** Stands for the publication's id where its own file is at fault, so that seeds which claim the same are found. */
const NO_ID = "urn:uuid:00000000-0000-0000-0000-000000000000";

function seedsIn(folder: string, { value: publication, customs }: Publishing) {
  const seeds: Seed[] = [];
  const claims: Claim[] = [];
  const problems: Complaint[] = [];
  const warnings: Complaint[] = [];
  for (const path of pathsIn(folder)) {
    const read = readSeed(path, readFileSync(join(folder, path)), customs);
    const own = idOf(publication?.id ?? NO_ID, path);
    const { id = own, slug } = (read.ok ? read.value.draft : read.claims) ?? {};
    const { lineOf } = (read.ok ? read.value : read.claims) ?? {};
    if (lineOf) claims.push({ path, id, ...(slug !== undefined && { slug }), lineOf });
    if (!read.ok) problems.push(...inFile(path, read.problems));
    else {
      seeds.push({ ...read.value, path, id });
      warnings.push(...inFile(path, read.warnings));
    }
  }
  return { seeds, claims, problems, warnings };
}

/** Two seeds that claim the same: both are named. */
function clashing(claims: readonly Claim[], key: "id" | "slug"): readonly Complaint[] {
  const claimed = Map.groupBy(claims, (claim) => claim[key]);
  return claims.flatMap((seed) => {
    const value = seed[key];
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
