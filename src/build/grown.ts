import type { Facts, Words } from "../archive/filed.ts";
import type { Withdrawal } from "../articles/merge.ts";
import type { Problem } from "../articles/problem.ts";

/** What is known of an article once its seed is read, beside its text. */
export interface Grown extends Facts {
  /** The slug that it has if no other article has it. */
  readonly plain: string;
  /** Claimed in front matter. */
  readonly isStated?: true;
  /** Stands for the article in full, but for its slug. */
  readonly version: string;
}

/** What a seed claims as its own. */
export interface Claim {
  readonly id: string;
  readonly slug?: string;
  /** Where front matter states them. */
  readonly lines: { readonly id: number; readonly slug: number };
}

/** What one seed became, but for its text: what is held of all. */
export interface Card {
  /** Below the folder. */
  readonly path: string;
  /** Of the file's bytes. */
  readonly digest: string;
  /** Absent where the seed is at fault. */
  readonly grown?: Grown;
  /** Where front matter claims something, and of seeds at fault. */
  readonly claim?: Claim;
  /** Where its withdrawal is dated. */
  readonly withdrawal?: Withdrawal;
  readonly problems?: readonly Problem[];
  readonly warnings?: readonly Problem[];
}

/** JSON in UTF-8 without a line end, with {@link SLUG} in place of the slug; empty of a seed at fault. */
export interface Text {
  readonly article: Uint8Array<ArrayBuffer>;
  readonly headline: Uint8Array<ArrayBuffer>;
}

/** What one seed became: little enough to be handed from thread to thread, and kept. */
export interface Seedling extends Card, Text {
  readonly words: Words;
}

/** Seeds that were read together, or that stand in one file. */
export interface Pack {
  readonly cards: readonly Card[];
  /** What a seed became, by its number; nothing where it is not as it was kept. */
  readonly article: (number: number) => Text["article"] | undefined;
  readonly headline: (number: number) => Text["headline"] | undefined;
  readonly words: (number: number) => Words | undefined;
}

/** A seed's card, and where its text is. */
export interface Sprout {
  readonly card: Card;
  readonly pack: Pack;
  /** In its pack. */
  readonly number: number;
}

export const sproutsOf = (pack: Pack): readonly Sprout[] =>
  pack.cards.map((card, number) => ({ card, pack, number }));

/** Seeds whose texts are in memory. */
export const packOf = (seedlings: readonly Seedling[]): Pack => ({
  cards: seedlings.map(({ article: _, headline: _headline, words: _words, ...card }) => card),
  article: (number) => seedlings[number]?.article,
  headline: (number) => seedlings[number]?.headline,
  words: (number) => seedlings[number]?.words,
});

/** Stands for an article's slug until all are known: a noncharacter, as `BASE` is. */
export const SLUG = "\u{FDD2}";
