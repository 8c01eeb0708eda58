import { isTable, type Located, readToml } from "./located.ts";
import { bad, good, type Outcome } from "./problem.ts";
import { readYaml } from "./yaml.ts";

/** A seed's front matter and the rest of it. */
export interface Parted {
  readonly facts: Located;
  readonly text: string;
  /** The number of the rest's first line. */
  readonly firstLine: number;
}

const NONE: Located = { value: {}, lineOf: () => 1 };

/** A language of front matter, and by what it is known. */
interface Notation {
  readonly fence: string;
  readonly key: RegExp;
  /** `offset` lines of the file come before the text. */
  readonly read: (text: string, offset: number) => Outcome<Located>;
}

const YAML: Notation = { fence: "---", key: /^[A-Za-z_]+[ \t]*:/, read: readYaml };
const TOML: Notation = {
  fence: "+++",
  key: /^(?:["']?[\w-]+["']?[ \t]*=|\[)/,
  read: (text, offset) => readToml("\n".repeat(offset) + text),
};
/** A longer rule, or a shorter one, stands where a fence was meant if nothing but keys is between two of them. */
const RULE = /^(?:-+|\++)[ \t]*$/;
/** What may stand in front matter: a key, what belongs to one, an item of a list, a comment, or nothing. */
const OF_KEYS = /^(?:[a-z_]+[ \t]*[:=]|[ \t]+\S|-[ \t]|#|[ \t]*$)/;
const LIST_OF_KEYS = /^-[ \t]+[a-z_]+:(?:[ \t]|$)/;

/**
 * Parts front matter from what follows: YAML between two lines of `---`, or TOML between two of `+++`. Blank lines may come
 * before it. A first line `---` may be text: in a seed of plain text unless a key follows right below, in the others unless
 * there is any.
 */
export function partFrontMatter(text: string, isPlain: boolean): Outcome<Parted> {
  const whole = good({ facts: NONE, text, firstLine: 1 });
  const blank = /^\s*(?=[-+])/.exec(text)?.[0].split("\n").length;
  if (!blank) return whole;
  const lines = text.split("\n");
  const start = blank - 1;
  const opening = (lines[start] ?? "").trimEnd();
  const notation = [YAML, TOML].find(({ fence }) => fence === opening);
  const below = lines.slice(start + 1);
  const end = below.findIndex((line) => line.trimEnd() === opening);
  if (!notation)
    return isMeant(opening, below.slice(0, Math.max(end, 0))) ? bad(misfenced(opening, start)) : whole;
  if (!isKeyed(notation, below, end, isPlain)) return whole;
  if (end < 0)
    return bad({
      line: start + 1,
      expected: `front matter that ends with a line of ${opening}`,
      found: "no such line",
    });
  const facts = notation.read(below.slice(0, end).join("\n"), start + 1);
  if (!facts.ok) return facts;
  if (!isTable(facts.value.value))
    return bad({
      line: start + 2,
      expected: 'front matter of keys and values, such as "title: High water"',
      found: Array.isArray(facts.value.value) ? "a list" : "none",
    });
  return good({ facts: facts.value, text: below.slice(end + 1).join("\n"), firstLine: start + end + 3 });
}

function isKeyed({ key, fence }: Notation, below: readonly string[], end: number, isPlain: boolean): boolean {
  const first = below.find((line) => line.trim() !== "") ?? "";
  if (key.test(first)) return true;
  if (fence === TOML.fence) return false;
  const isList = LIST_OF_KEYS.test(first) && below.slice(0, end).every((line) => OF_KEYS.test(line));
  return (end > 0 && isList) || (!isPlain && below.some((line) => key.test(line)));
}

const isMeant = (opening: string, between: readonly string[]): boolean =>
  RULE.test(opening) &&
  opening.length > 1 &&
  OF_KEYS.test(between[0] ?? "") &&
  /[:=]/.test(between[0] ?? "") &&
  between.every((line) => OF_KEYS.test(line));

const misfenced = (opening: string, start: number) => ({
  line: start + 1,
  expected: "front matter between two lines of ---",
  found: `lines of ${opening.slice(0, 12)}`,
});
