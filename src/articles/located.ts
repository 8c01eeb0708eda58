import type { AST } from "toml-eslint-parser";
import { getStaticTOMLValue, ParseError, parseTOML, traverseNodes } from "toml-eslint-parser";
import * as v from "valibot";
import {
  type Alias,
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
} from "yaml";
import { bad, good, type Outcome, type Problem, quote } from "./problem.ts";

type Path = readonly (string | number)[];

/** A value written by hand, and the line on which each of its parts stands. */
export interface Located {
  readonly value: unknown;
  readonly lineOf: (path: Path) => number;
}

/** Whether a value is a table of keys. */
export const isTable = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const pathKey = (path: Path) => JSON.stringify(path.map(String));

/** The line of the nearest part that is there: a missing key is reported where its table begins. */
function nearest(lines: ReadonlyMap<string, number>, first: number): Located["lineOf"] {
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

/** YAML 1.2 with the line of every key; `offset` lines of the file come before it. */
export function readYaml(text: string, offset: number): Outcome<Located> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (position: number) => offset + counter.linePos(position).line;
  if (document.errors.length > 0)
    return bad(
      ...document.errors.map((e) => ({ line: lineAt(e.pos[0]), expected: "YAML", found: e.message })),
    );
  try {
    const value = document.toJS({ maxAliasCount: 100 }) ?? {};
    JSON.stringify(value); // Throws where an alias stands within its own anchor.
    return good({ value, lineOf: linesOfYaml(document.contents, offset, lineAt) });
  } catch (error) {
    // Aliases that lead nowhere, or grow beyond measure, show only now, and `yaml` throws.
    const alias = lostAlias(document);
    if (!alias) throw error;
    const line = lineAt(alias.range?.[0] ?? 0);
    return bad({ line, expected: "YAML", found: `"*${alias.source}", an alias that cannot be followed` });
  }
}

/** The first alias without an anchor before it, else the first at all. */
function lostAlias(document: Document.Parsed): Alias | undefined {
  const aliases: Alias[] = [];
  visit(document, {
    Alias: (_, alias) => {
      aliases.push(alias);
    },
  });
  return aliases.find((alias) => !alias.resolve(document)) ?? aliases[0];
}

function linesOfYaml(
  contents: unknown,
  offset: number,
  lineAt: (position: number) => number,
): Located["lineOf"] {
  const lines = new Map<string, number>();
  yamlLines(contents, [], lines, lineAt);
  return nearest(lines, offset + 1);
}

function yamlLines(
  node: unknown,
  path: Path,
  lines: Map<string, number>,
  lineAt: (position: number) => number,
): void {
  if (!isCollection(node)) return;
  node.items.forEach((item, i) => {
    const key = isMap(node) && isPair(item) && isScalar(item.key) ? item.key : undefined;
    const place = key ?? item;
    const here = [...path, key ? String(key.value) : i];
    const range =
      place && typeof place === "object" && "range" in place
        ? (place.range as [number] | undefined)
        : undefined;
    if (range) lines.set(pathKey(here), lineAt(range[0]));
    yamlLines(isPair(item) ? item.value : item, here, lines, lineAt);
  });
}

/** The value as the schema wants it, or every fault with its line. Messages of the schema say what was expected. */
export function validate<S extends v.GenericSchema>(schema: S, located: Located): Outcome<v.InferOutput<S>> {
  const result = v.safeParse(schema, located.value);
  if (result.success) return good(result.output);
  return bad(...result.issues.map((issue) => toProblem(issue, located)));
}

/** What is left of a table without those of its keys that are at fault. */
export function soundPart(schema: v.GenericSchema, { value, lineOf }: Located): Located {
  const faulty = new Set(v.safeParse(schema, value).issues?.map(({ path }) => path?.[0]?.key));
  const sound = isTable(value) ? Object.entries(value).filter(([key]) => !faulty.has(key)) : [];
  return { value: Object.fromEntries(sound), lineOf };
}

function toProblem(issue: v.BaseIssue<unknown>, { value, lineOf }: Located): Problem {
  const path = (issue.path ?? []).map((step) => String(step.key));
  const name = path.join(".");
  const written = issue.expected === "never" ? path.at(-1) : valueAt(value, path);
  const found =
    written === undefined
      ? "nothing"
      : quote(typeof written === "string" ? written : JSON.stringify(written));
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
