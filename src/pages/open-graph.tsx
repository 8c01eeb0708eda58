import type { Article } from "../articles/article.ts";
import { type Place, placed, topicsOf } from "../feeds/place.ts";

interface Told {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly place: Place;
  readonly address: string;
  readonly type: "article" | "website";
  readonly article?: Article;
}

/** What shows a page where somebody shares its address (ogp.me), and to X the little that it does not take from there. */
export function OpenGraph({ title, description, language, place, address, type, article }: Told) {
  const { image, published, updated } = article ?? {};
  const picture = image ? placed(image.url, place) : place.publication.logo;
  const said = [
    ["og:title", title],
    ["og:type", type],
    ["og:url", address],
    ["og:description", description],
    ["og:site_name", place.publication.title],
    ["og:locale", localeOf(language)],
    ["og:image", picture],
    ["og:image:alt", picture && image?.alt],
    ["og:image:width", image?.width],
    ["og:image:height", image?.height],
    ["article:published_time", published],
    ["article:modified_time", updated],
    ...(article ? topicsOf(article, place).map((topic) => ["article:section", topic.title] as const) : []),
  ] as const;
  return (
    <>
      {said
        .filter(([, content]) => content !== undefined && content !== "")
        .map(([property, content]) => (
          <meta property={property} content={String(content)} />
        ))}
      <meta name="twitter:card" content={image ? "summary_large_image" : "summary"} />
    </>
  );
}

/** Open Graph knows a language and a country. */
function localeOf(tag: string): string {
  const { language, region } = new Intl.Locale(tag);
  return region ? `${language}_${region}` : language;
}
