import type { Exchange } from "./proxy.ts";

/** What came by at each visit of a reader; one more article is published before the last. */
export type Visits = readonly (readonly Exchange[])[];

/** How a reader's visits went. */
export interface Judgement {
  /** For the table. */
  readonly conditional: string;
  readonly delta: string;
  readonly faults: readonly string[];
}

/** Whose visits they are: the addresses, those at which something is published, and whether it ever sends a condition. */
export interface Visited {
  readonly paths: readonly string[];
  readonly changed: ReadonlySet<string>;
  readonly isConditional: boolean;
}

const CONDITIONS = { "if-none-match": "If-None-Match", "if-modified-since": "If-Modified-Since" } as const;

/**
 * The first visit of each address must be answered by 200. Before anything is published, a reader that sends conditions must
 * come to get 304; and where something is, 226 if it asks for that (RFC 3229), else 200.
 */
export function judge(visits: Visits, { paths, changed, isConditional }: Visited): Judgement {
  const at = (visit: number, path: string) => {
    const exchanges = visits.at(visit)?.filter((exchange) => exchange.path === path) ?? [];
    // Thunderbird looks at the address of a feed again, for an icon.
    return exchanges.find((exchange) => conditionsOf(exchange).length > 0) ?? exchanges[0];
  };
  const quiet = paths.map((path) => at(-2, path));
  const last = paths.map((path) => ({ path, exchange: at(-1, path) }));
  const published = last.filter(({ path }) => changed.has(path)).map(({ exchange }) => exchange);
  const faultsOf = (path: string): readonly string[] => {
    const expected = expectedLast(at(-1, path), changed.has(path), isConditional);
    return [
      ...fault("first visit", 200, at(0, path)),
      ...(isConditional ? fault("before anything new", 304, at(-2, path)) : []),
      ...fault("after something new", expected, at(-1, path)),
    ];
  };
  return {
    conditional: isConditional ? conditionalOf(quiet) : "none of its own",
    delta: deltaOf(published),
    faults: paths.flatMap((path) => faultsOf(path).map((text) => `${path}: ${text}`)),
  };
}

function expectedLast(exchange: Exchange | undefined, isChanged: boolean, isConditional: boolean): number {
  if (isChanged) return exchange && asksForDelta(exchange) ? 226 : 200;
  return isConditional ? 304 : 200;
}

const fault = (when: string, status: number, exchange: Exchange | undefined): readonly string[] =>
  exchange?.status === status ? [] : [`${when}: expected ${status}; found ${shown(exchange)}`];

function conditionalOf(exchanges: readonly (Exchange | undefined)[]): string {
  const saved = exchanges.filter((exchange) => exchange?.status === 304);
  const conditions = new Set(saved.flatMap((exchange) => (exchange ? conditionsOf(exchange) : [])));
  return `${saved.length}/${exchanges.length} 304 by ${[...conditions].join(", ") || "no condition"}`;
}

function deltaOf(exchanges: readonly (Exchange | undefined)[]): string {
  const asked = exchanges.filter((exchange) => exchange && asksForDelta(exchange));
  if (asked.length === 0) return "not asked for";
  return `${asked.filter((exchange) => exchange?.status === 226).length}/${exchanges.length} 226`;
}

const asksForDelta = ({ headers }: Exchange): boolean =>
  headers["a-im"] !== undefined && headers["if-none-match"] !== undefined;

const conditionsOf = ({ headers }: Exchange): readonly string[] =>
  Object.entries(CONDITIONS).flatMap(([header, name]) => (header in headers ? [name] : []));

const shown = (exchange: Exchange | undefined): string =>
  exchange ? `${exchange.status} to ${conditionsOf(exchange).join(", ") || "no condition"}` : "no visit";
