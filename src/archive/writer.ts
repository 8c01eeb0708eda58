import type { Article } from "../articles/article.ts";
import { newestFirst } from "../articles/order.ts";
import type { Publication } from "../articles/publication.ts";
import type { Dates } from "../feeds/library.ts";
import { bucketsOf, type Keyed } from "./buckets.ts";
import { type Gathered, gathering } from "./gathered.ts";
import { clockwork } from "./moments.ts";
import { namedOf, pathsOf } from "./named.ts";
import { type Known, recordOf, takenBy, withdrawnOf } from "./record-writer.ts";
import type { Place, Root, Slugged } from "./root.ts";
import type { Put } from "./rows.ts";
import { lineOf, valueIn } from "./shard.ts";
import { stackWriter } from "./stack-writer.ts";
import { termWriter } from "./term-writer.ts";

/** Writes an archive of articles that come one after the other: the dated from the oldest on, then the undated, newest first. */
export interface ArchiveWriter {
  readonly add: (article: Article, json: Uint8Array) => void;
  /** `jsonAt`: an article again. */
  readonly finish: (jsonAt: (place: Place) => Uint8Array) => Root;
}

export function archiveWriter(publication: Publication, put: Put): ArchiveWriter {
  const stacks = { dated: stackWriter(put), undated: stackWriter(put) };
  const places = placesKnown();
  const slugs: Keyed[] = [];
  const withdrawn: Article[] = [];
  const gathered = gathering(publication);
  const moments = clockwork();
  const terms = termWriter();
  const named = (slug: string, value: Slugged) => slugs.push({ key: slug, line: lineOf(value) });
  return {
    add(article, json) {
      moments.add(article);
      if (article.withdrawn) {
        withdrawn.push(article);
        named(article.slug, article.published ?? "");
        return;
      }
      const isDated = article.published !== undefined;
      const number = (isDated ? stacks.dated : stacks.undated).add(article, json);
      const place = isDated ? number : -1 - number;
      places.add(place, article);
      named(article.slug, place);
      gathered.add(article, place);
      terms.add(article, place);
    },
    finish(jsonAt) {
      withdrawn.sort(newestFirst);
      for (const [number, article] of withdrawn.entries()) gathered.withdraw(article, number);
      const known: Known = { publication, put, jsonAt, withdrawn, ...places };
      const [dated, undated] = [stacks.dated.finish(), stacks.undated.finish()];
      const channels = [...gathered.all()].filter(isChannel);
      const everything = { dated: numbersTo(dated.count), undated: numbersTo(undated.count) };
      return {
        dated,
        undated,
        slugs: bucketsOf(put, slugs),
        channels: bucketsOf(
          put,
          channels.map((one) => ({ key: one.path, line: lineOf(recordOf(one, known)) })),
        ),
        named: namedOf(put, channels.filter(isSingle)),
        paths: pathsOf(put, publication, channels.filter(isSingle)),
        terms: terms.finish(put),
        moments: moments.finish(),
        firsts: channels.flatMap((one) => firstOf(one, jsonAt)),
        taken: takenBy(everything, known),
        withdrawn: withdrawnOf(numbersTo(withdrawn.length), known),
      };
    },
  };
}

/** Topics are channels though they hold nothing. */
const isChannel = ({ dated, undated, parts }: Gathered): boolean =>
  dated.length + undated.length > 0 || (parts.length === 1 && parts[0]?.kind === "topics");

function firstOf({ parts, dated, undated }: Gathered, jsonAt: Known["jsonAt"]): readonly Dates[] {
  if (parts.length > 1 || parts[0]?.kind !== "topics" || dated.length + undated.length === 0) return [];
  const last = undated.at(-1);
  const { published, updated } = valueIn(jsonAt(last === undefined ? (dated[0] ?? 0) : -1 - last)) as Article;
  return [{ ...(published && { published }), ...(updated && { updated }) }];
}

const isSingle = ({ parts }: Gathered): boolean => parts.length === 1;

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** What formats judge articles by, by their places: little, as it is kept of all. */
function placesKnown() {
  const [dated, undated]: [string[], string[]] = [[], []];
  const audio = new Set<Place>();
  return {
    add(place: Place, { language, audio: recording }: Article) {
      (place < 0 ? undated : dated).push(language);
      if (recording) audio.add(place);
    },
    languageAt: (place: Place): string => (place < 0 ? undated[-1 - place] : dated[place]) ?? "",
    hasAudio: (place: Place): boolean => audio.has(place),
  };
}
