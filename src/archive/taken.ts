import type { Taking } from "../feeds/aggregators.ts";
import { windowOf } from "../feeds/documents.ts";
import { ALL_FORMATS, type Format } from "../feeds/formats.ts";
import type { Filed } from "./filed.ts";
import { AHEAD, type Place, type Taken, type TakenBy } from "./root.ts";
import type { Row } from "./rows.ts";

/** Numbers of dated and of undated articles. */
export interface Places {
  readonly dated: ArrayLike<number>;
  readonly undated: ArrayLike<number>;
}

/** What is dated and undated. */
type Rows = readonly [dated: Row, undated: Row, ...Row[]];

/** What the formats that do not take all take of a channel of a language, whose documents hold so many `entries`. */
export const takenBy = (places: Places, rows: Rows, language: string, entries: number): TakenBy =>
  Object.fromEntries(
    Object.entries(ALL_FORMATS).flatMap(([name, { taking }]: readonly [string, Format]) => {
      if (!taking) return [];
      const [dated, undated] = rows;
      const takes = { dated: judgeOf(language, taking, dated), undated: judgeOf(language, taking, undated) };
      const listed = (taking.most ?? windowOf(entries)) + AHEAD;
      return [[name, takenOf(places, takes, listed, taking.most !== undefined)]];
    }),
  );

/** `listed`: how many are told, and looked for, where it `isEnough`. */
function takenOf(
  places: Places,
  takes: Readonly<Record<keyof Places, Judge>>,
  listed: number,
  isEnough: boolean,
): Taken {
  const newest: Place[] = [];
  const counts = { dated: 0, undated: 0 };
  const look = (kind: keyof Places, number: number, place: Place) => {
    if (!takes[kind](number)) return;
    counts[kind] += 1;
    if (newest.length < listed) newest.push(place);
  };
  const goesOn = () => !isEnough || newest.length < listed;
  for (let i = places.dated.length - 1; i >= 0 && goesOn(); i--) {
    const number = places.dated[i] ?? 0;
    look("dated", number, number);
  }
  for (let i = 0; i < places.undated.length; i++) {
    const number = places.undated[i] ?? 0;
    look("undated", number, -1 - number);
  }
  return { ...counts, newest };
}

/** Whether the article of a number in a row is taken. */
type Judge = (number: number) => boolean;

/** Of all that an article is, formats look at its language, its recording and whether it is dated: that is judged once for each sort of a row. */
export function judgeOf(language: string, { takes }: Taking, { sorts, samples }: Row): Judge {
  const areTaken = samples.map((one) => takes(toldOf(one), language));
  return (number) => areTaken[sorts[number] ?? 0] ?? false;
}

const toldOf = ({ facts: { language, published, hasAudio } }: Filed) => ({
  language,
  ...(published !== undefined && { published: "" }),
  ...(hasAudio && { audio: true }),
});
