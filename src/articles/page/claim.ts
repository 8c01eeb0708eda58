import type { Element, Root } from "hast";
import type { LinkedData } from "./linked-data.ts";
import { attribute, shownBy } from "./tree.ts";

/** What some part of a page says of a fact, and on which line. */
export interface Claim {
  readonly value: unknown;
  readonly line: number;
  /** Ours alone, so a fault in it is the author's whoever made the page. */
  readonly own?: true;
  /** One of the names by which the README tells authors to state a fact. */
  readonly documented?: true;
}

/** The facts that a page can state, under the names of front matter. */
export const KEYS = [
  "title",
  "date",
  "updated",
  "author",
  "summary",
  "image",
  "source",
  "source_url",
  "language",
  "topics",
  "slug",
  "id",
  "withdrawn",
] as const;
export type Key = (typeof KEYS)[number];
/** All that is said of each fact, most telling first. */
export type Claims = Readonly<Record<Key, readonly Claim[]>>;

/** What a part of a page says of some facts. */
export type Some = Partial<Record<Key, readonly Claim[]>>;

/** A parsed page, and what is looked for in it. */
export interface Page {
  readonly tree: Root;
  readonly linked: LinkedData;
  readonly lineOf: (element: Element) => number;
  readonly metas: readonly Element[];
}

/** The name under which a `<meta>` says something, in lower case. */
export const nameOf = (meta: Element) =>
  (attribute(meta, "property") || attribute(meta, "name")).toLowerCase();
export const contentOf = (meta: Element) => attribute(meta, "content");

/** A text of metadata: what others wrote may hold markup. */
export const plainOf = (value: unknown): unknown => (typeof value === "string" ? shownBy(value) : value);
