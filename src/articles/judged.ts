import type { Checked, Facts } from "./facts.ts";
import type { Located } from "./located.ts";
import type { Read } from "./merge.ts";
import { bad, type Outcome } from "./problem.ts";

/** What a seed claims as its own, whatever else of it is at fault. */
export interface Claims extends Pick<Facts, "id" | "slug"> {
  readonly lineOf: Read["lineOf"];
}

/** A seed that is at fault may still say what it claims. */
export type SeedOutcome = Outcome<Read> & { readonly claims?: Claims };

/** What was read, unless there are faults of what was stated: those, those of the rest, and what is claimed all the same. */
export function judged({ facts, problems }: Checked, { lineOf }: Located, read: Outcome<Read>): SeedOutcome {
  if (read.ok && problems.length === 0) return read;
  const { id, slug } = facts;
  return {
    ...bad(...problems, ...(read.ok ? [] : read.problems)),
    claims: { ...(id && { id }), ...(slug && { slug }), lineOf: (key) => lineOf([key]) },
  };
}
