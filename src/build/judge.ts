import type { Article } from "../articles/article.ts";
import type { Publication } from "../articles/publication.ts";
import type { Profile } from "./profile-table.ts";

/** A document as it would be answered, and the articles in it. */
export interface Document {
  readonly address: string;
  readonly file: string;
  readonly text: string;
  readonly held: readonly Article[];
}

/** Sees one document after the other as an aggregator does. */
interface Judge {
  readonly name: string;
  readonly see: (document: Document) => void;
  /** What the publication, documents and articles lack by now, a line each, each article once. */
  readonly lacks: () => readonly string[];
}

const encoder = new TextEncoder();

/** `now`: in milliseconds. */
export function judgeBy(profile: Profile, publication: Publication, now: number): Judge {
  const judged = { publication, now };
  const line = (subject: string, wants: string, found: string | undefined): readonly string[] =>
    found === undefined ? [] : [`${subject}: ${profile.name} wants ${wants}; found ${found}`];
  const [ofDocuments, ofArticles]: [string[], string[]] = [[], []];
  const seen = new Set<string>();
  const seeArticle = (article: Article) => {
    if (seen.has(article.id)) return;
    seen.add(article.id);
    for (const { wants, lack } of profile.article)
      ofArticles.push(...line(`"${article.title}"`, wants, lack(article, judged)));
  };
  return {
    name: profile.name,
    see({ address, file, text, held }) {
      if (held.length === 0 || !profile.files.includes(file)) return;
      const weighed = () => ({ size: encoder.encode(text).length, count: held.length });
      for (const { wants, lack } of profile.document)
        ofDocuments.push(...line(address, wants, lack(weighed(), judged)));
      for (const article of held) seeArticle(article);
    },
    lacks() {
      if (seen.size === 0) return [];
      const own = profile.publication.flatMap(({ wants, lack }) =>
        line("publication.toml", wants, lack(publication, judged)),
      );
      return [...own, ...ofDocuments, ...ofArticles];
    },
  };
}
