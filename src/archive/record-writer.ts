import type { Article } from "../articles/article.ts";
import { windowOf } from "../feeds/documents.ts";
import { type Filed, type Filing, versionsOf } from "./filed.ts";
import { type Gathered, type Gathering, nameIn } from "./gathered.ts";
import type { Origin } from "./keeper.ts";
import { AHEAD, type ChannelRecord, numberOf, type Place, type TraitNames } from "./root.ts";
import { numbersOf } from "./rows.ts";
import { valueIn } from "./shard.ts";
import { takenBy } from "./taken.ts";

/** What the writer of records knows. */
export interface Records extends Gathering {
  readonly filing: Filing;
}

/** A channel of more has its newest articles in a file of its own; those of others are read from where they stand. */
const SCATTERED = 40;

export function recordOf(gathered: Gathered, records: Records): ChannelRecord {
  const { keeper, publication, filing, rows } = records;
  const { dated, undated, parts, withdrawn } = gathered;
  const newest = newestOf(gathered, windowOf(publication.entries)).flatMap((place) =>
    standingAt(place, filing),
  );
  return {
    dated: numbersOf(keeper, dated),
    undated: numbersOf(keeper, undated),
    ...(parts.length === 1 && { names: namesOf(gathered, records) }),
    ...(hasWindow(gathered) && {
      window: keeper.made(["window", versionsOf(newest)], () =>
        keeper.keep(() => newest.map(filing.article)),
      ),
    }),
    ...(!isWhole(gathered, records) && {
      taken: takenBy(gathered, rows, languageOf(gathered, records), publication.entries),
    }),
    withdrawn: withdrawnOf(withdrawn, records),
  };
}

/** Whether a stock holds all of a channel. */
export const isWhole = ({ dated, undated }: Gathered, { publication }: Records): boolean =>
  dated.length + undated.length <= windowOf(publication.entries);

/** What a record is made from: which articles there are, and what they are. */
export const originOf = ({ dated, undated, withdrawn }: Gathered, { rows }: Records): Origin =>
  [dated, undated, withdrawn].flatMap((numbers, group) => {
    const marks = rows[group]?.marks;
    const own = new Uint32Array(2 * numbers.length);
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i] ?? 0;
      own[2 * i] = marks?.[2 * number] ?? 0;
      own[2 * i + 1] = marks?.[2 * number + 1] ?? 0;
    }
    return [Uint32Array.of(numbers.length), numbers, own];
  });

/** Bytes of a record, about. */
export const sizeOf = ({ dated, undated, path }: Gathered): number =>
  path.length + BARE_BYTES + STEP_BYTES * (Math.min(dated.length, FEW) + Math.min(undated.length, FEW));

const BARE_BYTES = 100;
const STEP_BYTES = 4;
const FEW = 1000;

/** What its trait is called. */
export function namesOf({ parts: [part], dated, undated }: Gathered, records: Records): TraitNames {
  const { filing, publication } = records;
  const called = (one: Filed | undefined) => (part && nameIn(one, part, publication)) ?? null;
  const [oldest, first] = [dated[0], undated[0]];
  return [
    oldest === undefined ? null : called(filing.dated[oldest]),
    first === undefined ? null : called(filing.undated[first]),
  ];
}

export const withdrawnOf = (
  numbers: ArrayLike<number>,
  { filing, publication }: Pick<Records, "filing" | "publication">,
): readonly Article[] =>
  Array.from({ length: Math.min(numbers.length, publication.entries + AHEAD) }, (_, i) => numbers[i] ?? 0)
    .flatMap((number) => filing.withdrawn[number] ?? [])
    .map((one) => valueIn(filing.article(one)) as Article);

/** Polled are one trait, and a topic in a language. */
const hasWindow = ({ dated, parts: [one, other] }: Gathered): boolean =>
  dated.length > SCATTERED && (!other || (one?.kind === "topics" && other.kind === "languages"));

function newestOf({ dated, undated }: Gathered, most: number): readonly Place[] {
  const places = [...dated.slice(-most)].reverse();
  const loose = undated.slice(0, most - places.length);
  return [...places, ...Array.from(loose, (number) => -1 - number)];
}

/** What stands at a place. */
const standingAt = (place: Place, { dated, undated }: Filing): readonly Filed[] =>
  (place < 0 ? undated : dated).slice(numberOf(place), numberOf(place) + 1);

/** The language that a channel is of. */
export function languageOf({ parts, dated, undated }: Gathered, { filing, publication }: Records): string {
  const part = parts.find(({ kind }) => kind === "languages");
  const one = dated.length > 0 ? filing.dated[dated[0] ?? 0] : filing.undated[undated[0] ?? 0];
  return (part && nameIn(one, part, publication)) ?? publication.language;
}
