/** A person or an organisation that wrote something. */
export interface Author {
  readonly name: string;
  readonly url?: string;
  readonly email?: string;
}

/** Where an article was first published. */
export interface Source {
  readonly name: string;
  readonly url?: string;
}

/** The picture that stands for an article; `url` is absolute, or begins with {@link BASE}. */
export interface Image {
  readonly url: string;
  readonly alt?: string;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Media type (`image/jpeg`). */
  readonly type?: string;
  /** Bytes. */
  readonly length?: number;
}

/** A file that comes with an article: `url` as that of an {@link Image}. */
export interface Attachment {
  readonly url: string;
  /** Media type (`audio/mpeg`). */
  readonly type: string;
  /** Bytes. */
  readonly length: number;
  /** Seconds that it plays. */
  readonly duration?: number;
  readonly title?: string;
}

/**
 * One seed, understood. Plain data that survives JSON: every feed, page and extension is made from it.
 * Instants are RFC 3339 in UTC to the second (`2024-06-19T10:35:00Z`).
 */
export interface Article {
  /** `urn:uuid:…`, never changes while the seed keeps its path or its front matter's `id`. */
  readonly id: string;
  /** Last segment of the page's address: lower-case ASCII letters, digits and hyphens. */
  readonly slug: string;
  readonly title: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Absent when the seed names no day. */
  readonly published?: string;
  /** Only what a reader should see again moves it; never before `published`. */
  readonly updated?: string;
  readonly authors: readonly Author[];
  /** Editors' initials as they sign (`lgc`). */
  readonly initials?: string;
  /** Wire agencies, lower case (`dpa`). */
  readonly agencies: readonly string[];
  readonly source?: Source;
  /** Topic ids, in the order of `publication.toml`. */
  readonly topics: readonly string[];
  /** One plain paragraph. */
  readonly summary: string;
  /** Sanitised; every address in it is absolute or begins with {@link BASE}. */
  readonly contentHtml: string;
  /** What was changed since publication, in the words of the source. */
  readonly note?: string;
  /** Headlines of the neighbouring articles on the page that the seed was saved from. */
  readonly related: readonly string[];
  readonly image?: Image;
  /** A recording of it, or the episode that it is. */
  readonly audio?: Attachment;
  /** Gone from every feed; its page answers 410. */
  readonly withdrawn?: true;
}

/** An article before the build has settled who it is among the others. */
export type Draft = Omit<Article, "id" | "slug" | "topics"> & {
  /** Claimed in front matter. */
  readonly id?: string;
  readonly slug?: string;
  readonly topics?: readonly string[];
};

/**
 * Stands for the publication's address, which may be known only when a request comes.
 * A noncharacter (Unicode §23.7): reading removes it from every seed, so it can mean nothing else.
 */
export const BASE = "\u{FDD0}";

/** Stands for the address of the article's own page until the build has settled its slug. */
export const HERE = "\u{FDD1}";
