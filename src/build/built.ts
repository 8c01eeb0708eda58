import { slugsOf } from "../articles/identity.ts";
import { newestFirst } from "../articles/order.ts";
import type { Publication } from "../articles/publication.ts";
import { indexOf } from "../feeds/search.ts";
import type { Complaint } from "./complaint.ts";
import type { Publishing } from "./folder.ts";
import { type Batch, type Claim, type Grown, SLUG } from "./grown.ts";

/** A publication and its articles, newest first. */
export interface Collection {
  readonly publication: Publication;
  /** Each as JSON in UTF-8, made when it is asked for: all of them would be held twice. */
  readonly articles: Iterable<Uint8Array>;
  /** What the search page finds articles by, as JSON. */
  readonly searchIndex: string;
  readonly count: number;
  /** How many languages they are in. */
  readonly languages: number;
}

/** What the folder holds; none where there is any problem. */
export interface Built {
  readonly collection?: Collection;
  readonly problems: readonly Complaint[];
  readonly warnings: readonly Complaint[];
}

/** Puts together what the seeds became, with what the publication's file says. */
export function builtOf({ value, problems }: Publishing, batches: readonly Batch[]): Built {
  const grown = batches.flatMap((batch) => batch.grown);
  const claims = batches.flatMap((batch) => batch.claims);
  const warnings = batches.flatMap((batch) => batch.warnings);
  const all = [
    ...problems,
    ...batches.flatMap((batch) => batch.problems),
    ...clashing(claims, "id"),
    ...clashing(claims, "slug"),
  ];
  if (!value || all.length > 0) return { problems: all, warnings };
  const languages = new Set(grown.map(({ draft }) => draft.language)).size;
  const articles = settled(grown, batches);
  return {
    collection: { publication: value, articles, searchIndex: indexed(grown), count: grown.length, languages },
    problems: [],
    warnings,
  };
}

const indexed = (grown: readonly Grown[]): string =>
  indexOf(grown.filter(({ draft }) => !draft.withdrawn).map(({ id, draft }) => ({ id, ...draft })));

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
            line: seed.lines[key],
            expected: `${key}: one of its own`,
            found: `"${value}", as in ${other.path}`,
          },
        ]
      : [];
  });
}

/** Gives every article its slug, and puts the newest first. */
function settled(grown: readonly Grown[], batches: readonly Batch[]): Iterable<Uint8Array> {
  const slugs = slugsOf(grown);
  const articles = batches.flatMap(({ json }) => linesOf(json));
  const sorted = grown
    .map(({ id, draft: { published } }, i) => ({ id, ...(published && { published }), json: articles[i] }))
    .sort(newestFirst);
  return {
    *[Symbol.iterator]() {
      for (const { id, json } of sorted) yield withSlug(json ?? Buffer.of(), slugs.get(id) ?? "");
    },
  };
}

function linesOf(json: Uint8Array): readonly Buffer[] {
  const all = Buffer.from(json.buffer, json.byteOffset, json.byteLength);
  const lines: Buffer[] = [];
  for (let start = 0; start < all.length; ) {
    const end = all.indexOf("\n", start);
    lines.push(all.subarray(start, end < 0 ? all.length : end));
    start = end < 0 ? all.length : end + 1;
  }
  return lines;
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
