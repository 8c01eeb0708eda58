import type { Headline } from "../articles/headline.ts";
import { topicPageOf } from "../feeds/addresses.ts";
import { type Place, pageOf, topicsOf } from "../feeds/place.ts";
import { Dateline } from "./dateline.tsx";
import { marked } from "./layout.tsx";
import { spokenIn } from "./words.ts";

interface Listed {
  readonly article: Headline;
  readonly place: Place;
  /** The language of the list around it. */
  readonly around: string;
}

/** An article in a list. */
export function Entry({ article, place, around }: Listed) {
  const spoken = spokenIn(article.language, place.publication.language);
  return (
    <article {...marked(article.language, around)}>
      <Topics article={article} place={place} />
      <h2>
        <a href={pageOf(article, place)}>{article.title}</a>
      </h2>
      <Dateline {...{ article, place, spoken, around }} />
      {article.summary && <p>{article.summary}</p>}
    </article>
  );
}

/** What an article is about. */
export function Topics({
  article,
  place,
}: {
  readonly article: Pick<Headline, "topics" | "language">;
  readonly place: Place;
}) {
  const topics = topicsOf(article, place);
  if (topics.length === 0) return null;
  return (
    <ul class="topics">
      {topics.map(({ id, title }) => (
        <li>
          <a href={topicPageOf(id, place.base)}>{title}</a>
        </li>
      ))}
    </ul>
  );
}
