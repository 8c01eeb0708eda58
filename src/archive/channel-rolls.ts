import { windowOf } from "../feeds/documents.ts";
import { ALL_FORMATS, type AnyFormat, type Format } from "../feeds/formats.ts";
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
  const rolls = [everything, ...channels].flatMap((one) => [
    ...takenIn(one, records),
    ...goneIn(one, records),
  ]);
  return rollsOf(records.keeper, A_LINE, rolls);
}

/** What formats take; of two that take the same, once. */
function takenIn(one: Gathered, records: Records): readonly Roll[] {
  if (one.path !== "" && isWhole(one, records)) return [];
  const { publication, rows } = records;
  const names = Object.keys(ALL_FORMATS) as readonly AnyFormat[];
  return [...Map.groupBy(names, (name) => takenKey(one.path, name))].flatMap(([key, same]) => {
    const takings = same.flatMap((name) => (ALL_FORMATS[name] as Format).taking ?? []);
    const [taking] = takings;
    if (!taking) return [];
    const language = languageOf(one, records);
    const dated = one.dated.filter(judgeOf(language, taking, rows[0]));
    const undated = one.undated.filter(judgeOf(language, taking, rows[1]));
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

/** What was withdrawn, by its number from the oldest on. */
function goneIn({ path, withdrawn }: Gathered, { filing, publication }: Records): readonly Roll[] {
  const all = filing.withdrawn.length;
  if (withdrawn.length <= publication.entries + AHEAD) return [];
  const numbers = withdrawn.map((number) => all - 1 - number).reverse();
  return numbers.length < all ? [{ key: goneKey(path), numbers: oldestOf(numbers, AHEAD) }] : [];
}
