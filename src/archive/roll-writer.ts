import { bucketsOf } from "./buckets.ts";
import type { Keeper } from "./keeper.ts";
import { lineKey } from "./rolls.ts";
import type { Rolls } from "./root.ts";
import { stepsOf } from "./rows.ts";
import { lineOf } from "./shard.ts";

/** Growing numbers under a key. */
export interface Roll {
  readonly key: string;
  readonly numbers: Uint32Array | Float64Array;
}

/** Bytes of a bucket, about: few files, as these are seldom read. */
const BUCKET_BYTES = 1_000_000;
/** And of a number. */
const NUMBER_BYTES = 3;

/** Keeps rolls, so many numbers in a line; nothing where there are none. Under a roll's own key stands how each line begins. */
export function rollsOf(keeper: Keeper, line: number, rolls: readonly Roll[]): Rolls | undefined {
  const all = rolls.flatMap(({ key, numbers }): readonly Roll[] => {
    const count = Math.ceil(numbers.length / line);
    const firsts = Float64Array.from({ length: count }, (_, i) => numbers[i * line] ?? 0);
    const lines = Array.from(firsts, (_, i) => ({
      key: lineKey(key, i),
      numbers: numbers.subarray(i * line, (i + 1) * line),
    }));
    return [{ key, numbers: firsts }, ...lines];
  });
  if (all.length === 0) return undefined;
  const numbersAt = (at: number) => all[at]?.numbers ?? new Uint32Array();
  const values = {
    keys: all.map(({ key }) => key),
    sizeOf: (at: number) => NUMBER_BYTES * numbersAt(at).length,
    originOf: (some: readonly number[]) =>
      some.flatMap((at) => [Uint32Array.of(numbersAt(at).length), bytesOf(numbersAt(at))]),
    line: (at: number) => lineOf(stepsOf(numbersAt(at))),
  };
  return { ...bucketsOf(keeper, values, BUCKET_BYTES), line };
}

/**
 * The oldest of growing numbers, as many as are a multiple: a roll of these alone, the newest standing elsewhere too, need
 * not be written anew with each that comes.
 */
export const oldestOf = <T extends Roll["numbers"]>(numbers: T, multiple: number): Roll["numbers"] =>
  numbers.subarray(0, numbers.length - (numbers.length % multiple));

const bytesOf = ({ buffer, byteOffset, byteLength }: Roll["numbers"]): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
