import type { Article } from "../articles/article.ts";

/** When an article was published, and where it comes from. */
export function Dateline({
  article: { published, language, source, authors },
}: {
  readonly article: Article;
}) {
  const names = [...authors.map(({ name }) => name), ...(source ? [source.name] : [])];
  const date =
    published &&
    new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(published));
  return (
    <p class="meta">
      {date && <time datetime={published}>{date}</time>}
      {date && names.length > 0 ? " · " : ""}
      {names.join(", ")}
    </p>
  );
}
