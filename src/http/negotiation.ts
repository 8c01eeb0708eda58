import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { FORMAT_NAMES, FORMATS, type FormatName } from "../feeds/formats.ts";

/** The last segment of an address that leads to the format which a client prefers. */
export const CHOICE = "/feed";

const NAMES = new Map<string, FormatName>([
  ...FORMAT_NAMES.map((name) => [FORMATS[name].mediaType, name] as const),
  ["application/json", "json"],
]);

type Match = NonNullable<Parameters<typeof accepts>[1]["match"]>;
type Accept = Parameters<Match>[0][number];

/**
 * The format that `Accept` prefers (RFC 9110 §12.5.1): the most specific range that holds a type decides about it, and 0
 * refuses it. RSS, which every reader knows, where it prefers none; another where it refuses that.
 */
export function formatFor(c: Context): FormatName {
  const type = accepts(c, {
    header: "Accept",
    supports: [...NAMES.keys()],
    default: FORMATS.rss.mediaType,
    match,
  });
  return NAMES.get(type) ?? "rss";
}

const match: Match = (ranges, { supports, default: fallback }) => {
  const judged = supports.map((type) => ({ type, range: rangeOf(type, ranges) }));
  const wanted = judged.flatMap(({ type, range }) => (range && range.q > 0 ? [{ type, range }] : []));
  const [best] = wanted.sort(
    ({ range: a }, { range: b }) =>
      b.q - a.q || precedence(b) - precedence(a) || ranges.indexOf(a) - ranges.indexOf(b),
  );
  return best?.type ?? judged.find(({ range }) => !range)?.type ?? fallback;
};

const rangeOf = (type: string, ranges: readonly Accept[]): Accept | undefined =>
  [type, type.replace(/\/.*/, "/*"), "*/*", "*"]
    .map((name) => ranges.find((range) => range.type.toLowerCase() === name))
    .find(Boolean);

/** A type by its name stands above one of a kind, and that above anything. */
const precedence = ({ type }: Accept): number => (type.startsWith("*") ? 0 : type.endsWith("/*") ? 1 : 2);
