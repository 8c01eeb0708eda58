import type { Article } from "../articles/article.ts";
import { printable } from "../articles/characters.ts";
import { isLanguageTag, nameOfLanguage } from "../articles/language-tag.ts";
import { inLanguage, type Publication } from "../articles/publication.ts";

/** One thing that articles may have in common. */
export interface Trait {
  /** Its segment in addresses, decoded. */
  readonly segment: string;
  readonly name: string;
  readonly description?: string;
  readonly language?: string;
}

/** What of an article decides about its traits. */
export type Traited = Pick<Article, "topics" | "language" | "authors" | "source">;

interface KindRow {
  /** The values that an article has. */
  readonly valuesOf: (article: Traited) => readonly string[];
  /** What a value is called; nothing where it can have no address. */
  readonly traitOf: (value: string, publication: Publication) => Trait | undefined;
}

const named: KindRow["traitOf"] = (name) => {
  const segment = segmentOf(name);
  return segment === "" ? undefined : { segment, name };
};

/** Each kind of channel beside everything, in the order in which two of them stand in an address. */
export const KINDS = {
  topics: {
    valuesOf: ({ topics }) => topics,
    traitOf(id, { topics, language }) {
      const topic = topics.find((one) => one.id === id);
      return (
        topic && {
          segment: printable(id),
          name: inLanguage(topic.title, language, language),
          description: inLanguage(topic.description, language, language),
        }
      );
    },
  },
  languages: {
    valuesOf: ({ language }) => (isLanguageTag(language) ? [language] : []),
    traitOf: (tag, { language }) => ({
      segment: tag.toLowerCase(),
      name: nameOfLanguage(tag, language),
      language: tag,
    }),
  },
  authors: { valuesOf: ({ authors }) => authors.map(({ name }) => name), traitOf: named },
  sources: { valuesOf: ({ source }) => (source ? [source.name] : []), traitOf: named },
} as const satisfies Readonly<Record<string, KindRow>>;

export type Kind = keyof typeof KINDS;

export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];

/** A name in an address: its letters and digits as they are, in lower case, with hyphens between words. Nothing is lost of any script. */
export const segmentOf = (name: string): string =>
  printable(name)
    .toLowerCase()
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
