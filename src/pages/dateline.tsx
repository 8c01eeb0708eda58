import type { Article } from "../articles/article.ts";
import type { Headline } from "../articles/headline.ts";
import { readingMinutes } from "../articles/reading-time.ts";
import { authorPageOf, sourcePageOf } from "../feeds/addresses.ts";
import type { Place } from "../feeds/place.ts";
import { daysIn, listsIn, minutesIn, momentsIn, ownNameOf } from "./formatting.ts";
import { filled, type Spoken } from "./words.ts";

interface Line<T> {
  readonly article: T;
  readonly place: Place;
  /** The words of the article's language. */
  readonly spoken: Spoken;
}

/**
 * When an article was published, where it comes from, how long it takes to read, and its language where that is not the one
 * around it: all in its own language.
 */
export function Dateline({ article, place, spoken, around }: Line<Headline> & { readonly around: string }) {
  const { published, language, authors, source } = article;
  const names = [...authors.map(({ name }) => name), ...(source ? [source.name] : [])];
  const others = [...new Set(names)].filter((name) => name !== place.publication.title);
  return (
    <p class="meta">
      {published && <Moment instant={published} language={language} place={place} />}
      {others.length > 0 && <span>{others.join(", ")}</span>}
      <span>{readingOf(article.minutes, spoken)}</span>
      {language !== around && <span>{ownNameOf(language)}</span>}
    </p>
  );
}

/** Who wrote an article, each name a link to what else there is of them. */
export function Byline({ article, place, spoken }: Line<Article>) {
  const { authors, source, agencies, language, published, updated } = article;
  const links = authors.map(({ name }) => named(name, authorPageOf(name, place.base)));
  return (
    <div class="byline">
      {links.length > 0 && <p>{around(spoken.words.by, "names", listed(links, language))}</p>}
      {source && <p>{around(spoken.words.firstAt, "name", [sourceLink(source, place)])}</p>}
      {agencies.length > 0 && (
        <p>{filled(spoken.words.agencies, { names: listsIn(language).format(agencies) })}</p>
      )}
      <p class="meta">
        {published && <Moment instant={published} language={language} place={place} isWhole />}
        {updated && updated !== published && (
          <span>
            {around(spoken.words.updated, "date", [
              <Moment instant={updated} language={language} place={place} isWhole />,
            ])}
          </span>
        )}
        <span>{readingOf(readingMinutes(article), spoken)}</span>
      </p>
    </div>
  );
}

const named = (name: string, address: string | undefined) => (address ? <a href={address}>{name}</a> : name);

const sourceLink = ({ name, url }: { readonly name: string; readonly url?: string }, { base }: Place) =>
  url ? <a href={url}>{name}</a> : named(name, sourcePageOf(name, base));

type Part = ReturnType<typeof named>;

/** A list as a language writes it. */
const listed = (parts: readonly Part[], language: string): readonly Part[] =>
  listsIn(language)
    .formatToParts(parts.map((_, i) => String(i)))
    .map(({ type, value }) => (type === "element" ? (parts[Number(value)] ?? "") : value));

/** Words around markup. */
function around(text: string, name: string, parts: readonly Part[]) {
  const [before = "", after = ""] = text.split(`{${name}}`);
  return (
    <>
      {before}
      {parts}
      {after}
    </>
  );
}

const readingOf = (minutes: number, { words, language }: Spoken): string =>
  filled(words.reading, { minutes: minutesIn(language).format(minutes) });

interface MomentProps {
  readonly instant: string;
  readonly language: string;
  readonly place: Place;
  /** With the time of the day, where it is known. */
  readonly isWhole?: boolean;
}

/** An instant in an article's language. One at midnight in UTC is a day alone, whatever the zone. */
function Moment({ instant, language, place, isWhole }: MomentProps) {
  const isDay = instant.endsWith("T00:00:00Z");
  const zone = isDay ? "UTC" : place.publication.timeZone;
  const format = isWhole && !isDay ? momentsIn(language, zone) : daysIn(language, zone);
  return <time datetime={isDay ? instant.slice(0, 10) : instant}>{format.format(new Date(instant))}</time>;
}
