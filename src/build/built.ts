import type { Article } from "../articles/article.ts";
import { slugsOf } from "../articles/identity.ts";
import { newestFirst } from "../articles/order.ts";
import type { Publication } from "../articles/publication.ts";
import { indexOf } from "../feeds/search.ts";
import { type Complaint, inFile } from "./complaint.ts";
import type { Publishing } from "./folder.ts";
import { type Seedling, SLUG } from "./grown.ts";

/** A publication and its articles, newest first. */
export interface Collection {
  readonly publication: Publication;
  /** Each as JSON in UTF-8, made when it is asked for: all of them would be held twice. */
  readonly articles: Iterable<Uint8Array>;
  /** One of them by its number. */
  readonly article: (number: number) => Uint8Array;
  /** What the search page finds articles by, as JSON; empty where there are more than the bundle is to hold. */
  readonly searchIndex: string;
  readonly count: number;
  /** How many of them have a date. */
  readonly dated: number;
  /** Whether there are more than the bundle is to hold. */
  readonly isLarge: boolean;
  /** How many languages they are in. */
  readonly languages: number;
}

/** What the folder holds; none where there is any problem. */
export interface Built {
  readonly collection?: Collection;
  readonly problems: readonly Complaint[];
  readonly warnings: readonly Complaint[];
}

/** Makes what the search page finds articles by. */
export type Indexer = (grown: readonly Planted[]) => string;

/** A seed that became an article. */
export type Planted = Seedling & Required<Pick<Seedling, "grown">>;

/** Puts together what the seeds became, in the order of their paths, with what the publication's file says. */
export function builtOf(
  { value, bundled = 0, problems }: Publishing,
  seedlings: readonly Seedling[],
  indexed: Indexer = indexedOf,
): Built {
  const warnings = seedlings.flatMap((one) => inFile(one.path, one.warnings));
  const all = [
    ...problems,
    ...seedlings.flatMap((one) => inFile(one.path, one.problems)),
    ...clashing(seedlings, "id"),
    ...clashing(seedlings, "slug"),
  ];
  if (!value || all.length > 0) return { problems: all, warnings };
  const planted = seedlings.filter((one): one is Planted => one.grown !== undefined);
  const languages = new Set(planted.map(({ grown }) => grown.draft.language)).size;
  const [count, isLarge] = [planted.length, planted.length > bundled];
  const article = settled(planted);
  return {
    collection: {
      publication: value,
      articles: allOf(article, count),
      article,
      searchIndex: isLarge ? "" : indexed(planted.filter(({ grown }) => !grown.draft.withdrawn)),
      count,
      dated: planted.filter(({ grown }) => grown.draft.published !== undefined).length,
      isLarge,
      languages,
    },
    problems: [],
    warnings,
  };
}

const decoder = new TextDecoder();

/** The search's index of articles, from their JSON. */
export const indexedOf: Indexer = (planted) =>
  indexOf(
    planted.values().map(({ grown: { id }, json }) => {
      const { title, summary }: Pick<Article, "title" | "summary"> = JSON.parse(decoder.decode(json));
      return { id, title, summary };
    }),
  );

/** Two seeds that claim the same: both are named. */
function clashing(seedlings: readonly Seedling[], key: "id" | "slug"): readonly Complaint[] {
  const all = seedlings.flatMap(({ claim }) => claim?.[key] ?? []);
  if (new Set(all).size === all.length) return [];
  const claims = seedlings.flatMap(({ path, claim }) => (claim?.[key] ? [{ path, ...claim }] : []));
  const claimed = Map.groupBy(claims, (claim) => claim[key]);
  return claims.flatMap((seed) => {
    const other = claimed.get(seed[key])?.find((one) => one !== seed);
    return other
      ? [
          {
            path: seed.path,
            line: seed.lines[key],
            expected: `${key}: one of its own`,
            found: `"${seed[key]}", as in ${other.path}`,
          },
        ]
      : [];
  });
}

const allOf = (article: Collection["article"], count: number): Iterable<Uint8Array> => ({
  *[Symbol.iterator]() {
    for (let number = 0; number < count; number++) yield article(number);
  },
});

/** Gives every article its slug, and puts the newest first. */
function settled(planted: readonly Planted[]): Collection["article"] {
  const slugs = slugsOf(planted.map(({ grown }) => grown));
  const sorted = planted
    .map(({ grown: { id, draft }, json }) => ({
      id,
      ...(draft.published && { published: draft.published }),
      json,
    }))
    .sort(newestFirst);
  return (number) => {
    const { id = "", json = Buffer.of() } = sorted[number] ?? {};
    return withSlug(Buffer.from(json.buffer, json.byteOffset, json.byteLength), slugs.get(id) ?? "");
  };
}

const MARK = Buffer.from(SLUG);

function withSlug(json: Buffer, slug: string): Buffer {
  const parts: Buffer[] = [];
  let start = 0;
  for (let at = json.indexOf(MARK); at >= 0; at = json.indexOf(MARK, start)) {
    parts.push(json.subarray(start, at), Buffer.from(slug));
    start = at + MARK.length;
  }
  return Buffer.concat([...parts, json.subarray(start)]);
}
