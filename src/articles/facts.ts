import type * as v from "valibot";
import type { Draft, Source } from "./article.ts";
import { KEYS, schemaFor } from "./facts-schema.ts";
import { isLanguageTag } from "./language-tag.ts";
import { isTable, type Located, soundPart, validate } from "./located.ts";
import type { Problem } from "./problem.ts";

/** What may be stated outright; the rest is only read. */
type Stated = Omit<Draft, "contentHtml" | "note" | "related" | "agencies" | "initials">;

/** What an author says of an article outright, in front matter or in HTML metadata: it outranks what is read from the text. */
export interface Facts extends Partial<Stated> {
  readonly sourceUrl?: string;
}

/** What the publication says that bears on reading. */
export interface Customs {
  /** Of an article whose language cannot be told. */
  readonly language: string;
  /** IANA time zone of times that name none. */
  readonly timeZone: string;
  /** The ids of its topics; absent where they are not known, and not judged. */
  readonly topics?: ReadonlySet<string>;
}

/** The facts that are sound, and the faults of the others with their lines. */
export interface Checked {
  readonly facts: Facts;
  readonly problems: readonly Problem[];
}

/** The facts, checked; `detected` is the language of dates where they state none. */
export function readFacts(given: Located, detected: string, customs: Customs): Checked {
  const located = withoutEmpty(given);
  if (isTable(located.value) && Object.keys(located.value).length === 0) return { facts: {}, problems: [] };
  const language = statedLanguage(located) ?? detected;
  const schema = schemaOf(language, customs);
  const read = validate(schema, located);
  if (read.ok) return { facts: factsIn(read.value), problems: [] };
  const rest = validate(schema, soundPart(schema, located));
  const sound = rest.ok ? factsIn(rest.value) : {};
  return { facts: { ...standIn(located), ...sound }, problems: read.problems };
}

/** A key with nothing behind it (`date:`, as templates have it) states nothing. */
function withoutEmpty({ value, lineOf }: Located): Located {
  if (!isTable(value) || !Object.values(value).includes(null)) return { value, lineOf };
  const stated = Object.entries(value).filter(([key, one]) => one !== null || !KEYS.includes(key));
  return { value: Object.fromEntries(stated), lineOf };
}

const schemas = new WeakMap<Customs, Map<string, ReturnType<typeof schemaFor>>>();

/** Made once for a publication and a language: making one takes longer than its use. */
function schemaOf(language: string, customs: Customs): ReturnType<typeof schemaFor> {
  const made = schemas.get(customs) ?? new Map<string, ReturnType<typeof schemaFor>>();
  const schema = made.get(language) ?? schemaFor(language, customs.timeZone, customs.topics);
  schemas.set(customs, made.set(language, schema));
  return schema;
}

/** A title at fault is told as such, and not as missing as well. */
const standIn = ({ value }: Located): Facts => (isTable(value) && "title" in value ? { title: "?" } : {});

function factsIn(stated: v.InferOutput<ReturnType<typeof schemaFor>>): Facts {
  const { date, updated, author, authors, source, source_url, withdrawn, ...plain } = stated;
  const writers = [...(author ?? []), ...(authors ?? [])];
  return {
    ...plain,
    ...(date && { published: date }),
    ...(updated && { updated }),
    ...(writers.length > 0 && { authors: writers }),
    ...(source && { source }),
    ...(source_url && { sourceUrl: source_url }),
    ...(withdrawn && { withdrawn: true as const }),
    ...(typeof withdrawn === "string" && { updated: withdrawn }),
  };
}

function statedLanguage({ value }: Located): string | undefined {
  const stated = typeof value === "object" && value && "language" in value ? value.language : undefined;
  return typeof stated === "string" && isLanguageTag(stated) ? stated : undefined;
}

/**
 * Where an article was first published, by what was stated and what was read: an address alone keeps the name that was read,
 * and is named by its host where none was.
 */
export function sourceOf({ source, sourceUrl }: Facts, read?: Source): Source | undefined {
  const url = source?.url ?? sourceUrl;
  const name = source?.name ?? read?.name ?? (url && new URL(url).hostname.replace(/^www\./, ""));
  if (!name) return undefined;
  return url ? { name, url } : { name };
}
