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

/**
 * Parts YAML between two lines of `---` from what follows. A first line `---` may be text: in a seed of plain text unless
 * a key follows right below, in the others unless there is any.
 */
export function partFrontMatter(text: string, isPlain: boolean): Outcome<Parted> {
  if (!text.startsWith("---")) return good({ facts: NONE, text, firstLine: 1 });
  const lines = text.split("\n");
  const below = lines.slice(1);
  const keyed = isPlain
    ? KEY.test(below.find((line) => line.trim() !== "") ?? "")
    : below.some((line) => KEY.test(line));
  if (!FENCE.test(lines[0] ?? "") || !keyed) return good({ facts: NONE, text, firstLine: 1 });
  const end = lines.findIndex((line, i) => i > 0 && FENCE.test(line));
  if (end < 0)
    return bad({ line: 1, expected: "front matter that ends with a line of ---", found: "no such line" });
  const facts = readYaml(lines.slice(1, end).join("\n"), 1);
  if (!facts.ok) return facts;
  return good({ facts: facts.value, text: lines.slice(end + 1).join("\n"), firstLine: end + 2 });
}
