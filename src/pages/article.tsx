import { raw } from "hono/html";
import type { Article } from "../articles/article.ts";
import { firstPageOf, type Place, pageOf, placed } from "../feeds/place.ts";
import type { ArticleView } from "../http/pages.ts";
import { shownHtml } from "./body.ts";
import { Byline } from "./dateline.tsx";
import { Topics } from "./entry.tsx";
import { HeldBy } from "./held-by.tsx";
import { Layout, marked } from "./layout.tsx";
import { ArticleData } from "./linked-data.tsx";
import { OpenGraph } from "./open-graph.tsx";
import { type Spoken, spokenIn } from "./words.ts";

/** An article whole. Its markup was sanitised by the build. */
export function ArticlePage(view: ArticleView) {
  const { article, channels, holding, place } = view;
  const { title, language, summary, note } = article;
  const spoken = spokenIn(language, place.publication.language);
  const first = firstPageOf(article);
  const own = { title, description: summary, language, place, article };
  return (
    <Layout
      title={`${title} – ${place.publication.title}`}
      {...(summary && { description: summary })}
      {...{ language, place, channels, feeds: holding }}
      canonical={first ?? pageOf(article, place)}
      head={
        <>
          <OpenGraph {...own} address={pageOf(article, place)} type="article" />
          <ArticleData article={article} place={place} />
          {/* Google asks that of what was first published elsewhere. */}
          {first && <meta name="googlebot-news" content="noindex" />}
        </>
      }
    >
      <article class="whole">
        <header class="head">
          <Topics article={article} place={place} />
          <h1>{title}</h1>
          <Byline article={article} place={place} spoken={spoken} />
        </header>
        <Picture article={article} place={place} />
        <Recording article={article} place={place} />
        <div class="body">{raw(shownHtml(placed(article.contentHtml, place)))}</div>
        {note && (
          <div class="box note" role="note">
            <p class="kind" {...marked(spoken.language, language)}>
              {spoken.words.noteOf}
            </p>
            <p>{note}</p>
          </div>
        )}
      </article>
      <Neighbours view={view} spoken={spoken} />
      <HeldBy channels={holding} place={place} around={language} />
    </Layout>
  );
}

interface Part {
  readonly article: Article;
  readonly place: Place;
}

/** The picture that stands for it, unless the body shows it. */
function Picture({ article: { image, contentHtml }, place }: Part) {
  if (!image || contentHtml.includes(`src="${image.url.replaceAll("&", "&#x26;")}"`)) return null;
  const { url, alt = "", width, height } = image;
  return (
    <figure>
      <img src={placed(url, place)} alt={alt} {...{ width, height }} />
    </figure>
  );
}

/** Its recording, unless the body has it; nothing of it is fetched before somebody plays it. */
function Recording({ article: { audio, title, contentHtml }, place }: Part) {
  if (!audio || contentHtml.includes("<audio")) return null;
  return (
    // biome-ignore lint/a11y/useMediaCaption: no seed has captions; the article's text is below
    <audio controls preload="none" src={placed(audio.url, place)} aria-label={audio.title ?? title} />
  );
}

function Neighbours({ view, spoken }: { readonly view: ArticleView; readonly spoken: Spoken }) {
  const { article, earlier, later, place } = view;
  if (!earlier && !later) return null;
  const { words } = spoken;
  const link = (other: Article | undefined, rel: "prev" | "next", label: string) =>
    other && (
      <a rel={rel} href={pageOf(other, place)}>
        <span class="kind">{label}</span>{" "}
        <span {...marked(other.language, spoken.language)}>{other.title}</span>
      </a>
    );
  return (
    <nav
      class="neighbours"
      aria-label={`${words.earlier}, ${words.later}`}
      {...marked(spoken.language, article.language)}
    >
      {link(earlier, "prev", words.earlier)}
      {link(later, "next", words.later)}
    </nav>
  );
}
