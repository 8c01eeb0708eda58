import { remembering } from "../remembering.ts";

/** Shared pairs of letters (Dice's coefficient), by letters and digits alone. */
export const likeness = (a: string, b: string): number => likenessTo(a)(b);

/** The same for many texts beside one; 0 for one that is too short to be as like as `least`. */
export function likenessTo(one: string): (other: string, least?: number) => number {
  const pairs = pairsOf(one);
  return (other, least = 0) => {
    if (!canReach(least, pairs, other)) return 0;
    const others = pairsOf(other);
    let shared = 0;
    for (const pair of others) if (pairs.has(pair)) shared++;
    return pairs.size + others.size === 0 ? 0 : (2 * shared) / (pairs.size + others.size);
  };
}

/** Whether one text can be as like another as `least`: it has fewer pairs than characters. */
export const canBeLike = (one: string, other: string, least: number): boolean =>
  canReach(least, pairsOf(one), other);

const canReach = (least: number, pairs: ReadonlySet<number>, other: string): boolean =>
  2 * other.length >= least * (pairs.size + other.length);

/** Each pair as one number. */
const pairsOf = remembering((text: string): ReadonlySet<number> => {
  const letters = text
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
  const pairs = new Set<number>();
  let before = 0;
  let count = 0;
  for (let i = 0; i < letters.length && count < PAIRED; count++) {
    const letter = letters.codePointAt(i) ?? 0;
    if (count > 0) pairs.add(before * CODE_POINTS + letter);
    before = letter;
    i += letter > 0xffff ? 2 : 1;
  }
  return pairs;
});

/** What is longer is not looked at. */
const LONGEST = 600;
const CODE_POINTS = 0x11_0000;
const PAIRED = 200;
