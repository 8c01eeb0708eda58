import { windowOf } from "../feeds/documents.ts";
import { ALL_FORMATS, type AnyFormat, type Format } from "../feeds/formats.ts";
import type { Filed } from "./filed.ts";
import type { Gathered } from "./gathered.ts";
import { isWhole, languageOf, type Records } from "./record-writer.ts";
import { goneKey, looseKey, takenKey } from "./roll-keys.ts";
import { oldestOf, type Roll, rollsOf } from "./roll-writer.ts";
import { AHEAD, type Rolls } from "./root.ts";
import { judgeOf } from "./taken.ts";

/** So many numbers stand in a line. */
const A_LINE = 1000;

/** Keeps what channels have more of than their records tell: what formats take, where that is not all that a channel has, and what was withdrawn, where that is not all there is. */
export function channelRolls(
  everything: Gathered,
  channels: readonly Gathered[],
  records: Records,
): Rolls | undefined {
  const [dated, undated] = [sortedOut(records.filing.dated), sortedOut(records.filing.undated)];
  const rolls = [everything, ...channels].flatMap((one) => [
    ...takenIn(one, { dated, undated }, records),
    ...goneIn(one, records),
  ]);
  return rollsOf(records.keeper, A_LINE, rolls);
}

/** What formats take; of two that take the same, once. */
function takenIn(one: Gathered, sorts: Sorts, records: Records): readonly Roll[] {
  if (one.path !== "" && isWhole(one, records)) return [];
  const { publication } = records;
  const names = Object.keys(ALL_FORMATS) as readonly AnyFormat[];
  return [...Map.groupBy(names, (name) => takenKey(one.path, name))].flatMap(([key, same]) => {
    const takings = same.flatMap((name) => (ALL_FORMATS[name] as Format).taking ?? []);
    const [taking] = takings;
    if (!taking) return [];
    const takes = judgeOf(languageOf(one, records), taking);
    const dated = takenOf(one.dated, sorts.dated, takes);
    const undated = takenOf(one.undated, sorts.undated, takes);
    const room = windowOf(publication.entries);
    const fewest = Math.min(...takings.map(({ most = room }) => most));
    if (dated.length + undated.length < fewest + AHEAD) return [];
    const loose: Roll = { key: looseKey(key), numbers: undated.subarray(0, room) };
    return [
      ...(dated.length < one.dated.length ? [{ key, numbers: oldestOf(dated, AHEAD) }] : []),
      ...(undated.length > 0 && undated.length < one.undated.length ? [loose] : []),
    ];
  });
}

/** Articles of which formats take all or none: there are few sorts of them, and each article stands in many channels. */
interface Sorted {
  /** Of each article the number of its sort. */
  readonly sorts: Uint16Array;
  /** One of each. */
  readonly samples: readonly Filed[];
}

type Sorts = Readonly<Record<"dated" | "undated", Sorted>>;

function sortedOut(articles: readonly Filed[]): Sorted {
  const numbers = new Map<string, number>();
  const samples: Filed[] = [];
  const sorts = Uint16Array.from(articles, (one) => {
    const key = `${one.facts.language} ${one.facts.hasAudio ?? false}`;
    const known = numbers.get(key) ?? samples.push(one) - 1;
    numbers.set(key, known);
    return known;
  });
  return { sorts, samples };
}

function takenOf(
  numbers: Uint32Array,
  { sorts, samples }: Sorted,
  takes: (one: Filed) => boolean,
): Uint32Array {
  const isTaken = samples.map(takes);
  return numbers.filter((number) => isTaken[sorts[number] ?? 0]);
}

/** What was withdrawn, by its number from the oldest on. */
function goneIn({ path, withdrawn }: Gathered, { filing, publication }: Records): readonly Roll[] {
  const all = filing.withdrawn.length;
  if (withdrawn.length <= publication.entries + AHEAD) return [];
  const numbers = withdrawn.map((number) => all - 1 - number).reverse();
  return numbers.length < all ? [{ key: goneKey(path), numbers: oldestOf(numbers, AHEAD) }] : [];
}
