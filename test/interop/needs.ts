import { tmpdir } from "node:os";
import type { Need, Reader } from "./reader.ts";
import { run } from "./run.ts";

/** Debian's packages that the readers need and this machine lacks. */
export async function missingFor(readers: readonly Reader[]): Promise<readonly string[]> {
  const needs = await Promise.all(readers.flatMap((reader) => reader.needs).map(missing));
  return needs.flat();
}

const missing = ({ command, debian }: Need): Promise<readonly string[]> =>
  run(command, tmpdir()).then(
    () => [],
    () => [debian],
  );
