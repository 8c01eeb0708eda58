import { type Located, readYaml } from "./located.ts";
import { bad, good, type Outcome } from "./problem.ts";

/** A seed's front matter and the rest of it. */
export interface Parted {
  readonly facts: Located;
  readonly text: string;
  /** The number of the rest's first line. */
  readonly firstLine: number;
}

const NONE: Located = { value: {}, lineOf: () => 1 };
const FENCE = /^---[ \t]*$/;
const KEY = /^[A-Za-z_]+[ \t]*:/;

/** Parts YAML between two lines of `---` from what follows. A first line `---` without a key below it is text. */
export function partFrontMatter(text: string): Outcome<Parted> {
  const lines = text.split("\n");
  if (!FENCE.test(lines[0] ?? "") || !lines.slice(1).some((line) => KEY.test(line)))
    return good({ facts: NONE, text, firstLine: 1 });
  const end = lines.findIndex((line, i) => i > 0 && FENCE.test(line));
  if (end < 0)
    return bad({ line: 1, expected: "front matter that ends with a line of ---", found: "no such line" });
  const facts = readYaml(lines.slice(1, end).join("\n"), 1);
  if (!facts.ok) return facts;
  return good({ facts: facts.value, text: lines.slice(end + 1).join("\n"), firstLine: end + 2 });
}
