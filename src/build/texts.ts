import { createRequire } from "node:module";
import type { Words } from "../archive/filed.ts";
import type { Pack, Seedling, Sprout, Text } from "./grown.ts";
import type { Work } from "./work.ts";

/** What seeds became, where it is asked for. */
export interface Texts {
  readonly article: (sprout: Sprout) => Text["article"];
  readonly headline: (sprout: Sprout) => Text["headline"];
  readonly words: (sprout: Sprout) => Words;
}

/** A seed was edited between being read and being asked for once more. */
export class SeedChanged extends Error {}

const require = createRequire(import.meta.url);

/** The texts as they are in packs; of those that are not as they were kept, the seeds are read again. `onDamage` is told their packs. */
export function textsOf(work: Work, onDamage: (pack: Pack) => void): Texts {
  let read: ((paths: readonly string[]) => readonly Seedling[]) | undefined;
  const again = ({ pack, card: { path, digest } }: Sprout): Seedling => {
    onDamage(pack);
    const { seedReader }: typeof import("./batch.ts") = require("./batch.ts");
    read ??= seedReader(work);
    const [seedling] = read([path]);
    if (seedling?.digest !== digest) throw new SeedChanged(path);
    return seedling;
  };
  return {
    article: (sprout) => sprout.pack.article(sprout.number) ?? again(sprout).article,
    headline: (sprout) => sprout.pack.headline(sprout.number) ?? again(sprout).headline,
    words: (sprout) => sprout.pack.words(sprout.number) ?? again(sprout).words,
  };
}
