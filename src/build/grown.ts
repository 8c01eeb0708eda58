import type { Draft } from "../articles/article.ts";
import type { Problem } from "../articles/problem.ts";

/** What is known of an article once its seed is read, beside its text. */
export interface Grown {
  readonly id: string;
  /** The slug that it has if no other article has it. */
  readonly plain: string;
  /** A digest of what the search finds it by. */
  readonly words: string;
  readonly draft: Pick<Draft, "slug" | "published" | "language" | "withdrawn">;
}

/** What a seed claims as its own. */
export interface Claim {
  readonly id: string;
  readonly slug?: string;
  /** Where front matter states them. */
  readonly lines: { readonly id: number; readonly slug: number };
}

/** What one seed became: little enough to be handed from thread to thread, and kept. */
export interface Seedling {
  readonly path: string;
  /** Of the file's bytes. */
  readonly digest: string;
  /** Absent where the seed is at fault. */
  readonly grown?: Grown;
  readonly claim?: Claim;
  /** The article as JSON in UTF-8 without a line end, with {@link SLUG} in place of the slug. */
  readonly json: Uint8Array<ArrayBuffer>;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** Stands for an article's slug until all are known: a noncharacter, as `BASE` is. */
export const SLUG = "\u{FDD2}";
