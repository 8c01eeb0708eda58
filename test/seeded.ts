import fc from "fast-check";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** By which examples of properties are drawn; anew each time where there is none. */
    readonly seed?: number;
    /** How many requests are tried with headers of any kind, and twenty times as many as there are histories for deltas. */
    readonly fuzz: number;
  }
}

const seed = inject("seed");
if (seed !== undefined) fc.configureGlobal({ seed });
