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
  type YAMLParseError,
} from "yaml";
import { type Located, nearest, type Path, pathKey } from "./located.ts";
import { bad, good, type Outcome, quote } from "./problem.ts";

/** YAML 1.2 with the line of every key; `offset` lines of the file come before it. */
export function readYaml(text: string, offset: number): Outcome<Located> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (position: number) => offset + counter.linePos(position).line;
  if (document.errors.length > 0)
    return bad(
      ...document.errors.map((error) => {
        const line = lineAt(error.pos[0]);
        const written = text.split("\n", line - offset).at(-1) ?? "";
        return { line, expected: "YAML", found: foundIn(error, written) };
      }),
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

/** What is at fault in a line; most that YAML takes amiss is a text that wants quotation marks. */
function foundIn({ code, message }: YAMLParseError, line: string): string {
  const value = /^[\w-]+:[ \t]+(\S.*)$/.exec(line)?.[1];
  if (!value || !UNQUOTED.has(code)) return message;
  const what = /:(?:\s|$)/.test(value) ? `a colon within ${quote(value)}` : message;
  return `${what}: put the value in quotation marks`;
}

const UNQUOTED = new Set(["BLOCK_AS_IMPLICIT_KEY", "BAD_SCALAR_START", "UNEXPECTED_TOKEN"]);

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
