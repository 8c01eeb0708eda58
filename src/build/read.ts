import { batchReader } from "./batch.ts";
import { type Built, builtOf } from "./built.ts";
import { pathsIn, publicationIn } from "./folder.ts";

/** Reads a folder of seeds whole: every problem of every file is told at once. */
export function readSeeds(folder: string): Built {
  const publication = publicationIn(folder);
  const { value } = publication;
  const read = batchReader({ folder, ...(value && { publication: value }) });
  return builtOf(publication, [read(pathsIn(folder))]);
}
