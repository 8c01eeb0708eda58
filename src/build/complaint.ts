import type { Problem } from "../articles/problem.ts";

/** A problem, and its file's path below the folder of seeds. */
export interface Complaint extends Problem {
  readonly path: string;
}

/** The problems of one file. */
export const inFile = (path: string, problems: readonly Problem[]): readonly Complaint[] =>
  problems.map((problem) => ({ path, ...problem }));
