import type { Filed, Filing } from "../archive/filed.ts";
import { slugsOf } from "../articles/identity.ts";
import type { Publication } from "../articles/publication.ts";
import { type Complaint, inFile } from "./complaint.ts";
import { digestOf } from "./digest.ts";
import type { Publishing } from "./folder.ts";
import { type Grown, SLUG, type Sprout } from "./grown.ts";
import { inOrder } from "./in-order.ts";
import type { Texts } from "./texts.ts";

/** A publication and its articles. */
export interface Collection extends Filing {
  readonly publication: Publication;
  /** Whether there are more than the bundle is to hold. */
  readonly isLarge: boolean;
}

/** What the folder holds; none where there is any problem. */
export interface Built {
  readonly collection?: Collection;
  readonly problems: readonly Complaint[];
  readonly warnings: readonly Complaint[];
}

/** Puts together what the seeds became, in the order of their paths, with what the publication's file says. */
export function builtOf(
  { value, bundled = 0, problems }: Publishing,
  sprouts: readonly Sprout[],
  texts: Texts,
): Built {
  const warnings = sprouts.flatMap(({ card }) => inFile(card.path, card.warnings ?? []));
  const all = [
    ...problems,
    ...sprouts.flatMap(({ card }) => inFile(card.path, card.problems ?? [])),
    ...clashing(sprouts, "id"),
    ...clashing(sprouts, "slug"),
  ];
  if (!value || all.length > 0) return { problems: all, warnings };
  const filing = filingOf(sprouts, texts);
  const count = filing.dated.length + filing.undated.length + filing.withdrawn.length;
  return { collection: { publication: value, ...filing, isLarge: count > bundled }, problems: [], warnings };
}

/**
 * Two seeds that claim the same: both are named. No two have the same but by a claim, or by paths that are told apart by how
 * their letters are composed: an id follows from the path in NFC.
 */
function clashing(sprouts: readonly Sprout[], key: "id" | "slug"): readonly Complaint[] {
  const claimed = new Set(
    sprouts.flatMap(({ card: { path, claim, grown } }) => {
      const byPath = key === "id" && path.normalize("NFC") !== path ? grown?.id : undefined;
      return claim?.[key] ?? byPath ?? [];
    }),
  );
  if (claimed.size === 0) return [];
  const of = ({ card: { claim, grown } }: Sprout) => claim?.[key] ?? (key === "id" ? grown?.id : undefined);
  const claims = sprouts.flatMap((one) => {
    const value = of(one);
    return value !== undefined && claimed.has(value) ? [{ value, card: one.card }] : [];
  });
  const byValue = Map.groupBy(claims, ({ value }) => value);
  return claims.flatMap((one) => {
    const other = byValue.get(one.value)?.find((another) => another !== one);
    if (!other) return [];
    const { path, claim } = one.card;
    const found = `"${one.value}", as in ${other.card.path}`;
    return [{ path, line: claim?.lines[key] ?? 1, expected: `${key}: one of its own`, found }];
  });
}

/** A seed that became an article. */
interface Planted extends Filed {
  readonly sprout: Sprout;
}

/** Gives every article its slug, and puts them in order. */
function filingOf(sprouts: readonly Sprout[], { article, headline, words }: Texts): Filing {
  const grown = sprouts.flatMap((sprout) => sprout.card.grown ?? []);
  const slugs = slugsOf(grown);
  let at = 0;
  const [there, gone]: [Planted[], Planted[]] = [[], []];
  for (const sprout of sprouts) {
    const facts = sprout.card.grown;
    if (!facts) continue;
    const slug = slugs[at++] ?? facts.plain;
    (facts.withdrawn ? gone : there).push({ facts, slug, version: versionOf(facts, slug), sprout });
  }
  const { dated, undated } = inOrder(there);
  const withdrawn = inOrder(gone);
  const sproutOf = (one: Filed): Sprout => (one as Planted).sprout;
  return {
    dated: dated.toReversed(),
    undated,
    withdrawn: [...withdrawn.dated, ...withdrawn.undated],
    article: (one) => withSlug(article(sproutOf(one)), one.slug),
    headline: (one) => withSlug(headline(sproutOf(one)), one.slug),
    words: (one) => words(sproutOf(one)),
  };
}

/** It stands for the slug, too. */
const versionOf = ({ plain, version }: Grown, slug: string): string =>
  slug === plain ? version : digestOf(`${version} ${slug}`);

const MARK = Buffer.from(SLUG);

function withSlug(bytes: Uint8Array<ArrayBuffer>, slug: string): Buffer {
  const json = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Buffer[] = [];
  let start = 0;
  for (let at = json.indexOf(MARK); at >= 0; at = json.indexOf(MARK, start)) {
    parts.push(json.subarray(start, at), Buffer.from(slug));
    start = at + MARK.length;
  }
  return Buffer.concat([...parts, json.subarray(start)]);
}
