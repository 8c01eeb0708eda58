import type { Article } from "../articles/article.ts";
import { digestOf } from "../feeds/changes.ts";
import { termsOf } from "../feeds/search.ts";
import { type Place, POSTED, type Posted, type Terms } from "./root.ts";
import { kept, namesOf, type Put, stepsOf } from "./rows.ts";
import { lineOf } from "./shard.ts";

/** Makes the index of the words of titles and summaries. */
export interface TermWriter {
  readonly add: (article: Pick<Article, "title" | "summary">, place: Place) => void;
  readonly finish: (put: Put) => Terms;
}

/** Places twice over, and one more where the title has the term: what is kept of millions. */
type Marks = number[];

interface Marked {
  dated: Marks;
  undated: Marks;
}

export function termWriter(): TermWriter {
  const marked = new Map<string, Marked>();
  const mark = (term: string, place: Place, isTitled: boolean) => {
    const known = marked.get(term) ?? { dated: [], undated: [] };
    marked.set(term, known);
    const number = (place < 0 ? -1 - place : place) * 2 + (isTitled ? 1 : 0);
    if (place >= 0) {
      known.dated.push(number);
      if (known.dated.length >= 2 * POSTED) known.dated = known.dated.slice(-POSTED);
    } else if (known.undated.length < POSTED) known.undated.push(number);
  };
  return {
    add({ title, summary }, place) {
      const titled = new Set(termsOf(title));
      for (const term of titled) mark(term, place, true);
      for (const term of new Set(termsOf(summary))) if (!titled.has(term)) mark(term, place, false);
    },
    finish: (put) => written(put, marked),
  };
}

/** So many files, about, however many terms there are. */
const FILES = 1000;
const FEWEST = 64;

function written(put: Put, marked: ReadonlyMap<string, Marked>): Terms {
  const terms = [...marked.keys()].sort();
  const share = Math.max(FEWEST, 2 ** Math.ceil(Math.log2(terms.length / FILES + 1)));
  // Where a file ends, the term itself says: a new one moves none but its neighbours.
  const files: string[][] = [];
  let isOpen = false;
  for (const term of terms) {
    if (isOpen) files.at(-1)?.push(term);
    else files.push([term]);
    isOpen = digestOf(term) % share !== 0;
  }
  const names = files.map((some) =>
    kept(put, [lineOf(some), ...some.map((term) => postedOf(marked.get(term)))]),
  );
  return { first: kept(put, [lineOf(files.map(([term]) => term))]), names: namesOf(put, names) };
}

function postedOf({ dated, undated }: Marked = { dated: [], undated: [] }): Uint8Array {
  const newest = dated.slice(-POSTED);
  const all = [...newest, ...undated];
  const titled = all.flatMap((number, i) => (number % 2 === 1 ? [i] : []));
  const posted: Posted = [
    stepsOf(newest.map((number) => number >> 1)),
    stepsOf(undated.map((number) => number >> 1)),
    stepsOf(titled),
  ];
  return lineOf(posted);
}
