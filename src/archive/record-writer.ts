import type { Article } from "../articles/article.ts";
import type { Publication } from "../articles/publication.ts";
import { windowOf } from "../feeds/documents.ts";
import { ALL_FORMATS, type Format } from "../feeds/formats.ts";
import type { Gathered } from "./gathered.ts";
import type { ChannelRecord, Place, Taken, TakenBy } from "./root.ts";
import { kept, numbersOf, type Put } from "./rows.ts";

/** What the writer of records knows of all articles. */
export interface Known {
  readonly publication: Publication;
  readonly put: Put;
  /** An article as JSON. */
  readonly jsonAt: (place: Place) => Uint8Array;
  readonly languageAt: (place: Place) => string;
  readonly hasAudio: (place: Place) => boolean;
  readonly withdrawn: readonly Article[];
}

/** More than there are are kept of what a document takes: some may not be due yet. */
export const AHEAD = 50;
/** A channel of more has its newest articles in a file of its own; those of others are read from where they stand. */
const SCATTERED = 40;

/** The number of the first article that a channel's list of dated ones, growing, has from the newest on. */
export function recordOf(gathered: Gathered, known: Known): ChannelRecord {
  const { put, publication } = known;
  const { dated, undated, parts } = gathered;
  const [one] = parts;
  const newest = newestOf(gathered, windowOf(publication.entries));
  const isWhole = dated.length + undated.length <= windowOf(publication.entries);
  return {
    dated: numbersOf(put, dated),
    undated: numbersOf(put, undated),
    ...(parts.length === 1 && one && { names: one.names }),
    ...(hasWindow(gathered) && { window: kept(put, newest.map(known.jsonAt)) }),
    ...(!isWhole && { taken: takenBy(gathered, known) }),
    withdrawn: withdrawnOf(gathered.withdrawn, known),
  };
}

export const withdrawnOf = (
  numbers: readonly number[],
  { withdrawn, publication }: Known,
): readonly Article[] =>
  numbers.slice(0, publication.entries + AHEAD).flatMap((number) => withdrawn[number] ?? []);

/** Polled are one trait, and a topic in a language. */
const hasWindow = ({ dated, parts: [one, other] }: Gathered): boolean =>
  dated.length > SCATTERED && (!other || (one?.kind === "topics" && other.kind === "languages"));

type Places = Pick<Gathered, "dated" | "undated">;

function newestOf({ dated, undated }: Places, most: number): readonly Place[] {
  const places = dated.slice(-most).reverse();
  return [...places, ...undated.slice(0, most - places.length).map((number) => -1 - number)];
}

/** What the formats that do not take all take of a channel. */
export function takenBy(gathered: Places & Partial<Pick<Gathered, "parts">>, known: Known): TakenBy {
  const { parts = [] } = gathered;
  const language = parts.find((part) => part.language)?.language ?? known.publication.language;
  return Object.fromEntries(
    Object.entries(ALL_FORMATS).flatMap(([name, format]: readonly [string, Format]) =>
      format.taking ? [[name, takenOf(gathered, language, format.taking, known)]] : [],
    ),
  );
}

function takenOf(
  { dated, undated }: Places,
  language: string,
  { takes, most }: NonNullable<Format["taking"]>,
  { publication, languageAt, hasAudio }: Known,
): Taken {
  const listed = (most ?? windowOf(publication.entries)) + AHEAD;
  const newest: Place[] = [];
  const counts = { dated: 0, undated: 0 };
  const judge = (place: Place) => {
    const told = { language: languageAt(place), ...(hasAudio(place) && { audio: true }) };
    if (!takes(place < 0 ? told : { ...told, published: "" }, language)) return;
    counts[place < 0 ? "undated" : "dated"] += 1;
    if (newest.length < listed) newest.push(place);
  };
  const isEnough = () => most !== undefined && newest.length === listed;
  for (let i = dated.length - 1; i >= 0 && !isEnough(); i--) judge(dated[i] ?? 0);
  for (let i = 0; i < undated.length && !isEnough(); i++) judge(-1 - (undated[i] ?? 0));
  return { ...counts, newest };
}
