import { seedReader } from "./batch.ts";
import { type Built, builtOf } from "./built.ts";
import { filesIn, publicationIn } from "./folder.ts";
import { packOf, sproutsOf } from "./grown.ts";
import { textsOf } from "./texts.ts";
import { workIn } from "./work.ts";

/** Reads a folder of seeds whole: every problem of every file is told at once. */
export function readSeeds(folder: string): Built {
  const publication = publicationIn(folder);
  const work = workIn(folder, publication);
  const sprouts = sproutsOf(packOf(seedReader(work)(filesIn(folder).seeds)));
  return builtOf(
    publication,
    sprouts,
    textsOf(work, () => {}),
  );
}
