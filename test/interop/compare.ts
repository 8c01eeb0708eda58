import { toText } from "hast-util-to-text";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { Feed } from "./feeds.ts";
import type { Entry } from "./reader.ts";

/** What must come through, made comparable: what a person would see of it. */
const PARTS = {
  titles: ({ title }: Entry) => collapsed(title),
  ids: ({ id }: Entry) => id,
  dates: ({ published }: Entry) => published,
  bodies: ({ bodyHtml }: Entry) => collapsed(toText(html.parse(bodyHtml))),
} as const;

export type Part = keyof typeof PARTS;

export const PART_NAMES = Object.keys(PARTS) as readonly Part[];

/** How many entries' parts came through, and each that did not. */
export interface Comparison {
  readonly right: Readonly<Record<Part, number>>;
  readonly faults: readonly string[];
}

const html = unified().use(rehypeParse, { fragment: true });

const collapsed = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Compares what a reader shows of a feed with what the feed must tell. */
export function compare({ path, entries }: Feed, shown: readonly Entry[]): Comparison {
  const right = { titles: 0, ids: 0, dates: 0, bodies: 0 };
  const faults: string[] = [];
  if (shown.length !== entries.length)
    faults.push(`${path}: expected ${entries.length} entries; found ${shown.length}`);
  for (const expected of entries) {
    const found = shown.find(({ id }) => id === expected.id);
    for (const part of PART_NAMES) {
      const fault = found ? difference(part, expected, found) : `expected ${expected.id}; not found`;
      if (fault === undefined) right[part] += 1;
      else faults.push(`${path}: ${part}: ${fault}`);
    }
  }
  return { right, faults };
}

function difference(part: Part, expected: Entry, found: Entry): string | undefined {
  const [told, shown] = [PARTS[part](expected), PARTS[part](found)];
  // Readers date an undated entry as they please: by the day they saw it, or by Atom's `updated`.
  if (told === undefined || told === shown) return undefined;
  const from = firstDifference(String(told), String(shown));
  return `${expected.id}: expected ${excerpt(told, from)}; found ${excerpt(shown, from)}`;
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

const excerpt = (text: string | number | undefined, from: number): string =>
  typeof text === "string" ? JSON.stringify(text.slice(Math.max(0, from - 20), from + 40)) : String(text);
