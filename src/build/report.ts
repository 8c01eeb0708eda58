import type { Renewed } from "./build.ts";
import type { Built, Collection } from "./built.ts";
import type { Complaint } from "./complaint.ts";

/** Every problem and warning as `seeds/x.txt:3: what was expected; what was found`, in the order of files and lines. */
export function report({ problems, warnings }: Built, folder: string): readonly string[] {
  const line = (kind: string) => (one: Complaint) => ({
    one,
    text: `${folder}/${one.path}:${one.line}: ${kind}${one.expected}; found ${one.found}`,
  });
  const lines = [...problems.map(line("")), ...warnings.map(line("warning: "))];
  return lines.sort((a, b) => inOrder(a.one, b.one)).map(({ text }) => text);
}

function inOrder(a: Complaint, b: Complaint): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line;
}

/** One line: how much was built, in what time (`milliseconds`), and of how many seeds it was known before. */
export function summary(
  { publication, dated, undated, withdrawn }: Collection,
  { read, asBefore }: Pick<Renewed, "read" | "asBefore">,
  milliseconds: number,
): string {
  const all = [...dated, ...undated, ...withdrawn];
  const languages = new Set(all.map(({ facts }) => facts.language)).size;
  const counts = [
    counted(all.length, "article"),
    counted(publication.topics.length, "topic"),
    counted(languages, "language"),
  ];
  return `built ${counts.join(", ")} in ${Math.round(milliseconds)} ms: ${counted(read, "seed")} read, ${asBefore} as before`;
}

const counted = (count: number, name: string) => `${count} ${name}${count === 1 ? "" : "s"}`;
