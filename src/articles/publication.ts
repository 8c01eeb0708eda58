import type { Author } from "./article.ts";

/** A text in several languages, by BCP 47 tag. */
export type Localized = Readonly<Record<string, string>>;

/** What an article can be about; declared by the publication. */
export interface Topic {
  /** The topic's segment in addresses. */
  readonly id: string;
  readonly title: Localized;
  readonly description: Localized;
  /** Words that decide that an article belongs, by language; `*` holds those of every language. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** IPTC Media Topic code, eight digits. */
  readonly mediatopic?: string;
}

/** A topic that is no more; its addresses lead to another's, or say that they are gone. */
export interface FormerTopic {
  readonly id: string;
  readonly movedTo?: string;
}

/** Seconds that an answer may be kept, by whom. */
export interface CacheTimes {
  readonly maxAge: number;
  /** For readers of a channel that seldom changes. */
  readonly maxAgeAtMost: number;
  readonly edgeMaxAge: number;
  readonly staleWhileRevalidate: number;
  readonly staleIfError: number;
}

/** Who publishes. */
export interface Publication {
  /** `urn:uuid:…` */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Origin, as clients spell it (`originIn`); empty: the address that was asked for. */
  readonly url: string;
  readonly language: string;
  /** IANA time zone of dates that name none. */
  readonly timeZone: string;
  readonly authors: readonly Author[];
  readonly copyright: string;
  /** The instant it began: the date of what has no other. */
  readonly since: string;
  /** WebSub hub; empty: none. */
  readonly hub: string;
  /** How many entries a feed document holds at most. */
  readonly entries: number;
  readonly cache: CacheTimes;
  readonly topics: readonly Topic[];
  readonly formerTopics: readonly FormerTopic[];
  /** Hours of the day (0 to 23, GMT) and days in which nothing is published, and no reader need ask. */
  readonly skipHours: readonly number[];
  readonly skipDays: readonly string[];
  /** Address of a square picture, and of a wide one; empty: none. */
  readonly icon: string;
  readonly logo: string;
  /** Who is to be told of a weakness (RFC 9116): a URI, and the instant from which that no longer holds. */
  readonly security?: { readonly contact: string; readonly expires: string };
}

/** The text in a language, else in its base language, else in the publication's, else the first there is. */
export function inLanguage(text: Localized, language: string, fallback: string): string {
  const base = language.split("-")[0] ?? language;
  const told = [language, base, fallback].find((tag) => Object.hasOwn(text, tag)) ?? Object.keys(text)[0];
  return (told !== undefined && text[told]) || "";
}
