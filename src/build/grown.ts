import type { Draft } from "../articles/article.ts";
import type { Complaint } from "./complaint.ts";

/** What is known of an article once its seed is read, beside its text. */
export interface Grown {
  readonly path: string;
  readonly id: string;
  /** The slug that it has if no other article has it. */
  readonly plain: string;
  readonly draft: Pick<Draft, "slug" | "published" | "language" | "title" | "summary" | "withdrawn">;
}

/** What a seed claims as its own. */
export interface Claim {
  readonly path: string;
  readonly id: string;
  readonly slug?: string;
  /** Where front matter states them. */
  readonly lines: { readonly id: number; readonly slug: number };
}

/** What some seeds became: little enough to be handed from thread to thread. */
export interface Batch {
  readonly grown: readonly Grown[];
  readonly claims: readonly Claim[];
  /** The articles as JSON in UTF-8, a line each, with {@link SLUG} in place of the slug. */
  readonly json: Uint8Array<ArrayBuffer>;
  readonly problems: readonly Complaint[];
  readonly warnings: readonly Complaint[];
}

/** Stands for an article's slug until all are known: a noncharacter, as `BASE` is. */
export const SLUG = "\u{FDD2}";
