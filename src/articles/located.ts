import type { AST } from "toml-eslint-parser";
import { getStaticTOMLValue, ParseError, parseTOML, traverseNodes } from "toml-eslint-parser";
import * as v from "valibot";
import { withoutPasswords } from "./address.ts";
import { bad, good, type Outcome, type Problem, quote } from "./problem.ts";

/** The keys and numbers that lead to a part of a value. */
export type Path = readonly (string | number)[];

/** A value written by hand, and the line on which each of its parts stands. */
export interface Located {
  readonly value: unknown;
  readonly lineOf: (path: Path) => number;
}

/** Whether a value is a table of keys. */
export const isTable = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A path as one text, by which it is found. */
export const pathKey = (path: Path) => JSON.stringify(path.map(String));

/** The line of the nearest part that is there: a missing key is reported where its table begins. */
export function nearest(lines: ReadonlyMap<string, number>, first: number): Located["lineOf"] {
  return (path) => {
    for (let depth = path.length; depth > 0; depth--) {
      const line = lines.get(pathKey(path.slice(0, depth)));
      if (line !== undefined) return line;
    }
    return first;
  };
}

/** TOML 1.0 with the line of every key; dates are texts, as they were written. */
export function readToml(text: string): Outcome<Located> {
  try {
    const ast = parseTOML(text);
    const lines = new Map<string, number>();
    const written = new Map<unknown, string>();
    traverseNodes(ast, {
      enterNode(node) {
        if (node.type === "TOMLValue" && "datetime" in node) written.set(node.value, node.datetime);
      },
      leaveNode() {},
    });
    for (const node of ast.body[0].body) tomlLines(node, [], lines);
    return good({ value: withDates(getStaticTOMLValue(ast), written), lineOf: nearest(lines, 1) });
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return bad({ line: error.lineNumber, expected: "TOML", found: error.message });
  }
}

/** The parser makes a moment in the machine's own time zone of a day that names none. */
function withDates(value: unknown, written: ReadonlyMap<unknown, string>): unknown {
  if (written.has(value)) return written.get(value);
  if (Array.isArray(value)) return value.map((one) => withDates(one, written));
  if (!isTable(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withDates(one, written)]));
}

function tomlLines(node: AST.TOMLTable | AST.TOMLKeyValue, above: Path, lines: Map<string, number>): void {
  const isTable = node.type === "TOMLTable";
  const keys = isTable
    ? node.resolvedKey
    : node.key.keys.map((key) => (key.type === "TOMLBare" ? key.name : key.value));
  const path = isTable ? keys : [...above, ...keys];
  lines.set(pathKey(path), node.loc.start.line);
  if (isTable) for (const inner of node.body) tomlLines(inner, path, lines);
  else tomlValueLines(node.value, path, lines);
}

function tomlValueLines(value: AST.TOMLContentNode, path: Path, lines: Map<string, number>): void {
  lines.set(pathKey(path), value.loc.start.line);
  if (value.type === "TOMLInlineTable") for (const inner of value.body) tomlLines(inner, path, lines);
  if (value.type === "TOMLArray")
    for (const [i, element] of value.elements.entries()) tomlValueLines(element, [...path, i], lines);
}

/** The value as the schema wants it, or every fault with its line. Messages of the schema say what was expected. */
export function validate<S extends v.GenericSchema>(schema: S, located: Located): Outcome<v.InferOutput<S>> {
  const result = v.safeParse(schema, located.value);
  if (result.success) return good(result.output);
  const problems = issuesOf(schema, located.value).map((issue) => toProblem(issue, located));
  return bad(...problems.toSorted((a, b) => a.line - b.line));
}

/** What is left of a table without those of its keys that are at fault. */
export function soundPart(schema: v.GenericSchema, { value, lineOf }: Located): Located {
  const faulty = new Set(issuesOf(schema, value).map(({ path }) => path?.[0]?.key));
  const sound = isTable(value) ? Object.entries(value).filter(([key]) => !faulty.has(key)) : [];
  return { value: Object.fromEntries(sound), lineOf };
}

/** Every fault of a value. A schema names the first unknown key of a table alone: the others show once that is gone. */
function issuesOf(schema: v.GenericSchema, value: unknown): readonly v.BaseIssue<unknown>[] {
  const unknown: v.BaseIssue<unknown>[] = [];
  for (let rest = value; ; ) {
    const issues = v.safeParse(schema, rest).issues ?? [];
    const found = issues.filter(({ expected, path }) => expected === "never" && path);
    if (found.length === 0) return [...unknown, ...issues];
    unknown.push(...found);
    for (const { path = [] } of found)
      rest = without(
        rest,
        path.map(({ key }) => key),
      );
  }
}

/** A value without the key of one of its tables. */
function without(value: unknown, [key, ...further]: readonly unknown[]): unknown {
  if (Array.isArray(value)) return value.map((one, i) => (i === key ? without(one, further) : one));
  if (!isTable(value)) return value;
  const kept = Object.entries(value).filter(([name]) => name !== key || further.length > 0);
  return Object.fromEntries(kept.map(([name, one]) => [name, name === key ? without(one, further) : one]));
}

function toProblem(issue: v.BaseIssue<unknown>, { value, lineOf }: Located): Problem {
  const path = (issue.path ?? []).map((step) => String(step.key));
  const name = path.join(".");
  const written = issue.expected === "never" ? path.at(-1) : valueAt(value, path);
  const found =
    written === undefined
      ? "nothing"
      : quote(withoutPasswords(typeof written === "string" ? written : JSON.stringify(written)));
  return { line: lineOf(path), expected: name ? `${name}: ${issue.message}` : issue.message, found };
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce(
    (part, key) =>
      typeof part === "object" && part !== null
        ? (part as Readonly<Record<string, unknown>>)[key]
        : undefined,
    value,
  );
