import type { Publication } from "../articles/publication.ts";
import { shownOf, windowOf } from "../feeds/documents.ts";
import { ALL_FORMATS, type Format } from "../feeds/formats.ts";
import type { Finding } from "../feeds/library.ts";
import { searchChannel, termsOf } from "../feeds/search.ts";
import type { Moment } from "./moment.ts";
import { fitting, termsLike } from "./posted.ts";
import type { Place } from "./root.ts";

/** What has every word of a query, or one that begins with it. */
export async function searched(query: string, publication: Publication, moment: Moment): Promise<Finding> {
  const fits = await fittingAll(termsOf(query), moment);
  const places = [...fits.keys()].sort((a, b) => b - a);
  const ranked = places.toSorted((a, b) => (fits.get(b) ?? 0) - (fits.get(a) ?? 0));
  const { shelf, entries } = moment;
  const dated = places.filter((place) => place >= 0).length;
  const counts = { dated, undated: places.length - dated };
  return {
    channel: searchChannel(query, places.length, publication),
    counts,
    async stock(name, isDocumentAlone = false) {
      const { taking }: Format = ALL_FORMATS[name];
      const size = isDocumentAlone && !taking ? shownOf : windowOf;
      const newest = places.slice(0, size(entries));
      const own = newest.filter((place) => place >= 0).length;
      const older = { dated: dated - own, undated: counts.undated - (newest.length - own) };
      return { articles: await shelf.articles(newest), older, withdrawn: [] };
    },
    articles: (start, end) => shelf.articles(places.slice(start, end)),
    headlines: (start, end) => shelf.headlines(places.slice(start, end)),
    ranked: (start, end) => shelf.headlines(ranked.slice(start, end)),
  };
}

/** How well articles fit all words together. */
async function fittingAll(words: readonly string[], moment: Moment): Promise<ReadonlyMap<Place, number>> {
  let all: ReadonlyMap<Place, number> | undefined;
  for (const word of new Set(words)) {
    const fits = await fitting(word, moment);
    const before = all;
    all = before ? new Map([...before].flatMap(([place, fit]) => together(place, fit, fits))) : fits;
    if (all.size === 0) break;
  }
  return all ?? new Map();
}

function together(place: Place, fit: number, fits: ReadonlyMap<Place, number>): readonly [Place, number][] {
  const other = fits.get(place);
  return other === undefined ? [] : [[place, fit + other]];
}

/** Letters that a mistyped word is taken to begin with rightly. */
const RIGHT = 2;

/** The query with each word that nothing has replaced by the one most like it, where that finds something. */
export async function suggested(query: string, moment: Moment): Promise<string | undefined> {
  const words: string[] = [];
  for (const word of termsOf(query)) {
    const like = await termsLike(word.slice(0, RIGHT), moment);
    const rated = like
      .map(({ term }) => ({ term, steps: stepsBetween(word, term) }))
      .filter(({ steps }) => steps <= Math.round(word.length / 4));
    const nearest = await firstFound(
      rated.toSorted((a, b) => a.steps - b.steps).map(({ term }) => term),
      moment,
    );
    if (nearest === undefined) return undefined;
    words.push(nearest);
  }
  return words.length > 0 && (await fittingAll(words, moment)).size > 0 ? words.join(" ") : undefined;
}

/** So many words are tried: some may be only in what is not due yet. */
const MOST_TRIED = 5;

/** The first of words that finds something. */
async function firstFound(words: readonly string[], moment: Moment): Promise<string | undefined> {
  for (const word of words.slice(0, MOST_TRIED)) if ((await fitting(word, moment)).size > 0) return word;
  return undefined;
}

/** How many letters are to be added, taken away or changed to make one word of another (Levenshtein). */
function stepsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
