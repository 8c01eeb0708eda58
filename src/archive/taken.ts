import type { Taking } from "../feeds/aggregators.ts";
import { windowOf } from "../feeds/documents.ts";
import { ALL_FORMATS, type Format } from "../feeds/formats.ts";
import type { Filed, Filing } from "./filed.ts";
import { AHEAD, type Place, type Taken, type TakenBy } from "./root.ts";

/** Numbers of dated and of undated articles. */
export interface Places {
  readonly dated: ArrayLike<number>;
  readonly undated: ArrayLike<number>;
}

/** What the formats that do not take all take of a channel of a language, whose documents hold so many `entries`. */
export const takenBy = (places: Places, filing: Filing, language: string, entries: number): TakenBy =>
  Object.fromEntries(
    Object.entries(ALL_FORMATS).flatMap(([name, { taking }]: readonly [string, Format]) => {
      if (!taking) return [];
      const listed = (taking.most ?? windowOf(entries)) + AHEAD;
      return [[name, takenOf(places, filing, judgeOf(language, taking), listed, taking.most !== undefined)]];
    }),
  );

/** `listed`: how many are told, and looked for, where it `isEnough`. */
function takenOf(
  places: Places,
  filing: Filing,
  takes: (one: Filed) => boolean,
  listed: number,
  isEnough: boolean,
): Taken {
  const newest: Place[] = [];
  const counts = { dated: 0, undated: 0 };
  const look = (one: Filed | undefined, place: Place) => {
    if (!one || !takes(one)) return;
    counts[place < 0 ? "undated" : "dated"] += 1;
    if (newest.length < listed) newest.push(place);
  };
  const goesOn = () => !isEnough || newest.length < listed;
  for (let i = places.dated.length - 1; i >= 0 && goesOn(); i--) {
    const number = places.dated[i] ?? 0;
    look(filing.dated[number], number);
  }
  for (let i = 0; i < places.undated.length; i++) {
    const number = places.undated[i] ?? 0;
    look(filing.undated[number], -1 - number);
  }
  return { ...counts, newest };
}

/** Of all that an article is, formats look at its language, its recording and whether it is dated: that is judged once. */
export function judgeOf(language: string, { takes }: Taking): (one: Filed) => boolean {
  const judged = [0, 1, 2, 3].map(() => new Map<string, boolean>());
  return ({ facts: { language: own, published, hasAudio } }) => {
    const known = judged[(published === undefined ? 0 : 1) + (hasAudio ? 2 : 0)];
    const before = known?.get(own);
    if (before !== undefined) return before;
    const told = {
      language: own,
      ...(published !== undefined && { published: "" }),
      ...(hasAudio && { audio: true }),
    };
    const isTaken = takes(told, language);
    known?.set(own, isTaken);
    return isTaken;
  };
}
