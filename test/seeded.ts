import fc from "fast-check";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** By which examples of properties are drawn; anew each time where there is none. */
    readonly seed?: number;
  }
}

const seed = inject("seed");
if (seed !== undefined) fc.configureGlobal({ seed });
