import { seedReader } from "./batch.ts";
import { type Built, builtOf } from "./built.ts";
import { pathsIn, publicationIn } from "./folder.ts";
import { workIn } from "./work.ts";

/** Reads a folder of seeds whole: every problem of every file is told at once. */
export function readSeeds(folder: string): Built {
  const publication = publicationIn(folder);
  const read = seedReader(workIn(folder, publication));
  return builtOf(publication, read(pathsIn(folder)));
}
