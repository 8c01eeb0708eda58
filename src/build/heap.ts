import { setFlagsFromString } from "node:v8";

/** Of so many seeds, what is known of all takes most of what a build may hold. */
const VERY_MANY = 200_000;
/** How much of what is in use may lie beside it as garbage; V8 lets as much lie as is in use. */
const PERCENT = 15;

/** Keeps a build of very many seeds near two gigabytes: of a million, what is known takes three quarters of one, beside what is written from them. */
export function boundHeap(seeds: number): void {
  if (seeds > VERY_MANY) setFlagsFromString(`--heap-growing-percent=${PERCENT}`);
}
