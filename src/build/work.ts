import type { Customs } from "../articles/facts.ts";
import type { Publication } from "../articles/publication.ts";
import type { Publishing } from "./folder.ts";

/** A folder, and what its seeds are read by. */
export interface Work {
  readonly folder: string;
  /** Absent where its own file is at fault: then seeds are read to tell their faults. */
  readonly publication?: Publication;
  readonly customs: Customs;
}

/** What is to be done in a folder. */
export const workIn = (folder: string, { value, customs }: Publishing): Work => ({
  folder,
  customs,
  ...(value && { publication: value }),
});

/** Stands for the publication's id where its own file is at fault, so that seeds which claim the same are found. */
export const NO_ID = "urn:uuid:00000000-0000-0000-0000-000000000000";
