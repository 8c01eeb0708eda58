import { v5 } from "uuid";
import type { Article } from "../articles/article.ts";
import { inLanguage, type Publication } from "../articles/publication.ts";

/** Something to subscribe to, before any format. */
export interface Channel {
  /** Where its addresses begin, percent-encoded; empty for everything, else `/topics/x`. */
  readonly path: string;
  /** `urn:uuid:…`, whatever the address. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly holds: (article: Article) => boolean;
}

/** Each kind of channel, and those of its kind that a publication has. */
const KINDS = {
  everything: (publication: Publication): readonly Channel[] => [
    {
      path: "",
      id: publication.id,
      title: publication.title,
      description: publication.description || publication.title,
      language: publication.language,
      holds: () => true,
    },
  ],
  topics: (publication: Publication): readonly Channel[] =>
    publication.topics.map(({ id, title, description }) => {
      const named = inLanguage(title, publication.language, publication.language);
      const path = `/topics/${encodeURIComponent(id)}`;
      return {
        path,
        id: `urn:uuid:${v5(path, publication.id.replace("urn:uuid:", ""))}`,
        title: `${named} – ${publication.title}`,
        description: inLanguage(description, publication.language, publication.language) || named,
        language: publication.language,
        holds: (article) => article.topics.includes(id),
      };
    }),
} as const satisfies Readonly<Record<string, (publication: Publication) => readonly Channel[]>>;

/** Every channel of a publication, everything first. */
export const channelsOf = (publication: Publication): readonly Channel[] =>
  Object.values(KINDS).flatMap((kind) => kind(publication));
