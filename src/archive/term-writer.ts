import { digestOf } from "../feeds/changes.ts";
import type { Filed, Filing } from "./filed.ts";
import { type Index, indexed, type Keyed, NO_INDEX } from "./indexed.ts";
import { cellsOf, type Inverted, invertedOf } from "./inverted.ts";
import type { Keeper, Origin } from "./keeper.ts";
import { oldestOf, type Roll, rollsOf } from "./roll-writer.ts";
import { POSTED, type Posted, type Terms } from "./root.ts";
import { namesOf, type Row, stepsOf } from "./rows.ts";
import { lineOf } from "./shard.ts";

const NAME = "terms";

/** So many files, about, however many terms there are. */
const FILES = 1000;
const FEWEST = 64;

/** Keeps the index of the words of titles and summaries; `rows`: what is dated and undated. */
export function termsOf(rows: readonly Row[], filing: Filing, keeper: Keeper): Terms {
  const earlier = keeper.recall(NAME) ?? NO_INDEX;
  const index = indexed(rows, earlier, (one) => keyedBy(filing, one));
  if (index !== earlier) keeper.remember(NAME, index);
  const groups = rows.map(({ articles }) => articles.length);
  return keeper.made(["all terms", index.digest, String(groups)], () => filesOf(index, groups, keeper));
}

function filesOf(index: Index, groups: readonly number[], keeper: Keeper): Terms {
  const inverted = invertedOf(index, groups);
  const ends = endsOf(index.keys);
  const names = ends.map((end, i) => {
    const start = ends[i - 1] ?? 0;
    const terms = index.keys.slice(start, end);
    return keeper.made(["terms", JSON.stringify(terms), ...rangeOf(inverted, start, end)], () =>
      keeper.keep(() => [lineOf(terms), ...terms.map((_, at) => lineOf(postedOf(inverted, start + at)))]),
    );
  });
  const firsts = ends.map((_, i) => index.keys[ends[i - 1] ?? 0]);
  const older = rollsOf(keeper, POSTED, olderIn(index.keys, inverted));
  return {
    first: keeper.keep(() => [lineOf(firsts)]),
    names: namesOf(keeper, names),
    ...(older && { older }),
  };
}

/** What has a term that more have than stand in its line. */
const olderIn = (terms: readonly string[], inverted: Inverted): readonly Roll[] =>
  terms.flatMap((key, number) => {
    const dated = cellsOf(inverted, number, 0);
    return dated.length > POSTED ? [{ key, numbers: oldestOf(dated, POSTED) }] : [];
  });

/** Where files end: a term itself says, so that a new one moves none but its neighbours. */
function endsOf(terms: readonly string[]): readonly number[] {
  const share = Math.max(FEWEST, 2 ** Math.ceil(Math.log2(terms.length / FILES + 1)));
  return terms.flatMap((term, i) => (digestOf(term) % share === 0 || i === terms.length - 1 ? [i + 1] : []));
}

/** What has some terms. */
function rangeOf({ ends, cells }: Inverted, start: number, end: number): Origin {
  const first = ends[start - 1] ?? 0;
  return [ends.subarray(start, end).map((one) => one - first), cells.subarray(first, ends[end - 1])];
}

function keyedBy({ words }: Filing, one: Filed): readonly Keyed[] {
  const { title, summary } = words(one);
  const titled = wordsIn(title);
  const others = wordsIn(summary).difference(titled);
  return [...[...titled].map((key) => ({ key, isMarked: true })), ...[...others].map((key) => ({ key }))];
}

const wordsIn = (lines: string): Set<string> => new Set(lines === "" ? [] : lines.split("\n"));

/** What has a term, as much of it as is kept: the newest. */
function postedOf(inverted: Inverted, key: number): Posted {
  const dated = cellsOf(inverted, key, 0).slice(-POSTED);
  const undated = cellsOf(inverted, key, 1).slice(0, POSTED);
  const titled = [...dated, ...undated].flatMap((cell, i) => (cell % 2 === 1 ? [i] : []));
  return [stepsOf(numbersIn(dated)), stepsOf(numbersIn(undated)), stepsOf(titled)];
}

const numbersIn = (cells: Uint32Array): Uint32Array => cells.map((cell) => cell >>> 1);
