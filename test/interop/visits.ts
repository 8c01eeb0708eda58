import type { Exchange } from "./proxy.ts";

/** Whether a reader's visits went as they should, and what its last ones cost. */
export interface Visits {
  /** For the table. */
  readonly summary: string;
  readonly faults: readonly string[];
}

const CONDITIONS = { "if-none-match": "If-None-Match", "if-modified-since": "If-Modified-Since" } as const;

/**
 * The first visit of each address must be answered by 200. Nothing is published between visits, so where there are
 * several, the last must be conditional and be answered by 304.
 */
export function judgeVisits(
  exchanges: readonly Exchange[],
  paths: readonly string[],
  visits: number,
): Visits {
  const visitsOf = paths.map((path) => exchanges.filter((exchange) => exchange.path === path));
  const faults = visitsOf.flatMap((of, index) =>
    faultsOf(of, visits).map((fault) => `${paths[index]}: ${fault}`),
  );
  if (visits === 1) return { summary: "none of its own", faults };
  const saved = visitsOf.flatMap((of) => of.slice(-1)).filter(isSaved);
  const conditions = [...new Set(saved.flatMap(conditionsOf))].join(", ") || "no condition";
  return { summary: `${saved.length}/${paths.length} 304 by ${conditions}`, faults };
}

function faultsOf(of: readonly Exchange[], visits: number): readonly string[] {
  const [first, last] = [of[0], of.at(-1)];
  return [
    ...(of.length === visits ? [] : [`expected ${visits} visits; found ${of.length}`]),
    ...(first?.status === 200 ? [] : [`first visit: expected 200; found ${shown(first)}`]),
    ...(visits === 1 || isSaved(last)
      ? []
      : [`last visit: expected a condition and 304; found ${shown(last)}`]),
  ];
}

const isSaved = (exchange: Exchange | undefined): boolean =>
  exchange?.status === 304 && conditionsOf(exchange).length > 0;

const conditionsOf = ({ headers }: Exchange): readonly string[] =>
  Object.entries(CONDITIONS).flatMap(([header, name]) => (header in headers ? [name] : []));

const shown = (exchange: Exchange | undefined): string =>
  exchange ? `${exchange.status} to ${conditionsOf(exchange).join(", ") || "no condition"}` : "none";
