import { raw } from "hono/html";
import type { Article } from "../articles/article.ts";
import type { Channel } from "../feeds/channels.ts";
import { type Place, placed } from "../feeds/place.ts";
import { Dateline } from "./dateline.tsx";
import { Layout } from "./layout.tsx";

interface ArticleView {
  readonly article: Article;
  readonly channels: readonly Channel[];
  readonly place: Place;
}

/** An article whole. Its markup was sanitised by the build. */
export function ArticlePage({ article, channels, place }: ArticleView) {
  const { title, language, source, contentHtml, note } = article;
  return (
    <Layout
      title={`${title} – ${place.publication.title}`}
      language={language}
      place={place}
      channels={channels.filter((channel) => channel.holds(article))}
    >
      <article dir="auto">
        <h1>{title}</h1>
        <Dateline article={article} />
        {raw(placed(contentHtml, place))}
        {note && <p class="meta">{note}</p>}
        {source?.url && (
          <p class="meta">
            <a href={source.url}>{source.name}</a>
          </p>
        )}
      </article>
    </Layout>
  );
}
