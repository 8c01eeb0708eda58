import type { Draft } from "../../src/articles/article.ts";
import type { Customs } from "../../src/articles/facts.ts";
import type { Outcome } from "../../src/articles/problem.ts";
import { type Read, readSeed } from "../../src/articles/seed.ts";

const encoder = new TextEncoder();

/** What the publication of these tests says, unless a test says otherwise. */
const CUSTOMS: Customs = { language: "en", timeZone: "UTC", topics: new Set(["tides", "winds"]) };

/** A seed by its name, and its text or its bytes. */
export const outcomeOf = (
  name: string,
  seed: string | Uint8Array,
  customs: Partial<Customs> = {},
): Outcome<Read> =>
  readSeed(name, typeof seed === "string" ? encoder.encode(seed) : seed, { ...CUSTOMS, ...customs });

/** The value, or a failed test that says what was found. */
export function valueIn<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(complaintsOf(outcome).join("\n"));
  return outcome.value;
}

/** The article that a seed becomes. */
export const draftOf = (name: string, seed: string | Uint8Array, customs: Partial<Customs> = {}): Draft =>
  valueIn(outcomeOf(name, seed, customs)).draft;

/** Every problem as `3: what was expected; what was found`. */
export const complaintsOf = (outcome: Outcome<unknown>): readonly string[] =>
  outcome.ok ? [] : outcome.problems.map(({ line, expected, found }) => `${line}: ${expected}; ${found}`);

/** Markdown with front matter, its keys from line 2. */
export const withFacts = (facts: string, body = "# The heading\n\nThe tide comes in at noon."): string =>
  `---\n${facts}\n---\n${body}\n`;

/** The article of a Markdown seed that has this front matter. */
export const statedBy = (facts: string, customs: Partial<Customs> = {}): Draft =>
  draftOf("tide.md", withFacts(facts), customs);

/** The problems of a Markdown seed that has this front matter. */
export const complaintsAbout = (facts: string, customs: Partial<Customs> = {}): readonly string[] =>
  complaintsOf(outcomeOf("tide.md", withFacts(facts), customs));
