import type { Moment } from "./moment.ts";
import { rollBelow } from "./rolls.ts";
import { type Place, POSTED, type Posted } from "./root.ts";
import { numbersIn } from "./rows.ts";
import { each } from "./stacks.ts";

/** A file of terms is looked through for those that begin as is asked; no more than so many, as a letter begins thousands. */
const MOST_FILES = 6;

/** Terms that begin as one does, with the file and the line of each. */
interface Found {
  readonly term: string;
  readonly file: string;
  readonly line: number;
}

export async function termsLike(start: string, { root, stacks }: Moment): Promise<readonly Found[]> {
  const firsts = await stacks.table<readonly string[]>(root.terms.first);
  const from = Math.max(
    0,
    firsts.findLastIndex((first) => first <= start),
  );
  const until = firsts.findIndex((first, i) => i > from && first > start && !first.startsWith(start));
  const count = Math.min(MOST_FILES, (until < 0 ? firsts.length : until) - from);
  const files = Array.from({ length: Math.max(0, count) }, (_, i) => from + i);
  const found = await each(files, async (number) => {
    const file = await stacks.nameAt(root.terms.names, number);
    const terms = await stacks.table<readonly string[]>(file);
    return terms.flatMap((term, i) => (term.startsWith(start) ? [{ term, file, line: i + 1 }] : []));
  });
  return found.flat();
}

/** Of the terms that begin so, as many are looked for as can be read at once; the shortest are the nearest. */
const MOST_TERMS = 200;

/** How well articles fit a word: those that have it or one that begins with it. */
export async function fitting(word: string, moment: Moment): Promise<ReadonlyMap<Place, number>> {
  const like = (await termsLike(word, moment)).toSorted((a, b) => a.term.length - b.term.length);
  const fits = new Map<Place, number>();
  let recalled = 0;
  for (const { term, file, line } of like.slice(0, MOST_TERMS)) {
    const [posted] = await moment.stacks.lines<Posted>(file, [line]);
    if (!posted) continue;
    const nearness = word.length / term.length;
    rate(posted, nearness, moment, fits);
    if (!isWaiting(posted, moment) || recalled++ >= MOST_RECALLED) continue;
    const [oldest = 0] = posted[0];
    for (const cell of await olderOf(term, oldest, moment))
      better(cell >>> 1, nearness * (cell % 2 === 1 ? TITLE : 1), fits);
  }
  return fits;
}

/** Of so many terms, the nearest, what is older is read, where it must be. */
const MOST_RECALLED = 6;
/** So many articles that are due do. */
const ENOUGH = POSTED / 2;

/** Whether of what stands in a term's line, as much as may, too much is not due yet. */
function isWaiting([dated]: Posted, { dueCount, root }: Moment): boolean {
  if (dated.length < POSTED || dueCount === root.dated.count) return false;
  return (numbersIn(dated)[ENOUGH] ?? 0) >= dueCount;
}

/** What has a term and is older, and due: numbers, twice over, and one more where they have it in their title. */
async function olderOf(
  term: string,
  oldest: number,
  { root, dueCount, stacks }: Moment,
): Promise<readonly number[]> {
  const below = await rollBelow(term, 2 * Math.min(oldest, dueCount), ENOUGH, root.terms.older, stacks);
  return below?.last ?? [];
}

const TITLE = 3;

function rate(
  [dated, undated, titled]: Posted,
  nearness: number,
  { dueCount }: Moment,
  fits: Map<Place, number>,
): void {
  const isTitled = new Set(numbersIn(titled));
  const places = [...numbersIn(dated), ...numbersIn(undated).map((number) => -1 - number)];
  for (const [i, place] of places.entries()) {
    if (place >= dueCount) continue;
    better(place, nearness * (isTitled.has(i) ? TITLE : 1), fits);
  }
}

const better = (place: Place, fit: number, fits: Map<Place, number>): void => {
  fits.set(place, Math.max(fit, fits.get(place) ?? 0));
};
