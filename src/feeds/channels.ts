import { v5 } from "uuid";
import type { Publication } from "../articles/publication.ts";
import { KIND_NAMES, type Kind, type Trait } from "./traits.ts";

/** Something to subscribe to, before any format. */
export interface Channel {
  /** Where its addresses begin, percent-encoded; empty for everything, else `/topics/x` or `/topics/x/languages/de`. */
  readonly path: string;
  /** Where its addresses end: the query of a search. */
  readonly query?: string;
  /** `urn:uuid:…`, whatever the address. */
  readonly id: string;
  readonly kind: Kind | "everything" | "combination" | "search";
  /** What it is called among its kind. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** How many articles it holds. */
  readonly count: number;
}

/** The order of the channels of a kind, but for topics, which the publication orders. */
export const bySegment = (a: Pick<Trait, "segment">, b: Pick<Trait, "segment">): number =>
  a.segment < b.segment ? -1 : 1;

/** A trait, and of which kind it is. */
export type Pair<T extends Trait> = readonly [Kind, T];

/** The kinds and segments that a path names (decoded), in the order of their kinds; nothing where it names anything else. */
export function namedIn(path: string): readonly (readonly [Kind, string])[] | undefined {
  const segments = path.split("/").slice(1);
  const named: [Kind, string][] = [];
  for (let i = 0; i < segments.length; i += 2) {
    const [kind, segment] = [KIND_NAMES.find((name) => name === segments[i]), segments[i + 1]];
    if (!kind || !segment) return undefined;
    named.push([kind, segment]);
  }
  return named.sort(([a], [b]) => KIND_NAMES.indexOf(a) - KIND_NAMES.indexOf(b));
}

export const everythingOf = ({ id, title, description, language }: Publication, count: number): Channel => ({
  path: "",
  id,
  kind: "everything",
  name: title,
  title,
  description: description || title,
  language,
  count,
});

/** The channel of what has a trait, or two of different kinds. */
export function channelOf(
  pairs: readonly Pair<Trait>[],
  { id, title, language }: Publication,
  count: number,
): Channel {
  const path = pairs.map(([name, { segment }]) => `/${name}/${encodeURIComponent(segment)}`).join("");
  const name = pairs.map(([, trait]) => trait.name).join(", ");
  return {
    path,
    id: `urn:uuid:${v5(path, id.replace("urn:uuid:", ""))}`,
    kind: pairs.length === 1 ? (pairs[0]?.[0] ?? "combination") : "combination",
    name,
    title: `${name} – ${title}`,
    description: pairs.map(([, { description, name: own }]) => description || own).join(", "),
    language: pairs.map(([, trait]) => trait.language).find((tag) => tag !== undefined) ?? language,
    count,
  };
}
