import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { addressOf, channelPageOf } from "../feeds/addresses.ts";
import type { Channel } from "../feeds/channels.ts";
import { FORMAT_NAMES, FORMATS } from "../feeds/formats.ts";
import { OPEN_SEARCH } from "../feeds/open-search.ts";
import { OPML } from "../feeds/opml.ts";
import { isLeftward, type Place } from "../feeds/place.ts";
import type { View } from "../http/pages.ts";
import { Name } from "./naming.tsx";
import { SearchForm } from "./search-form.tsx";
import { styleCss } from "./style.ts";
import { type Spoken, spokenIn } from "./words.ts";

/** What a page is, around its content. */
interface Frame extends View {
  readonly title: string;
  readonly description?: string;
  readonly language: string;
  /** The address under which it should be known; absent where it should not be. */
  readonly canonical?: string;
  /** Channels whose feeds hold what is on the page. */
  readonly feeds: readonly Channel[];
  /** Whether the masthead is the page's own title. */
  readonly isFront?: boolean;
  /** Where its "Subscribe" leads. */
  readonly subscribe?: string;
  readonly head?: Child;
  readonly children: Child;
}

export const dirOf = (language: string): "rtl" | "ltr" => (isLeftward(language) ? "rtl" : "ltr");

/** Attributes of an element in another language than that around it. */
export const marked = (language: string, around: string) =>
  language === around ? {} : { lang: language, dir: dirOf(language) };

/** Channels that a page's head names at most. */
const DISCOVERED = 20;

/** A whole page, with autodiscovery links (HTML §4.6.7.1) to every feed that it has to do with. */
export function Layout(frame: Frame) {
  const { title, description, language, canonical, place, feeds, head, children } = frame;
  const { icon } = place.publication;
  const spoken = spokenIn(language, place.publication.language);
  return (
    <html lang={language} dir={dirOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {description && <meta name="description" content={description} />}
        {canonical && <link rel="canonical" href={canonical} />}
        <meta name="robots" content={canonical ? "max-image-preview:large" : "noindex"} />
        {feeds
          .slice(0, DISCOVERED)
          .flatMap((channel) =>
            FORMAT_NAMES.map((name) => (
              <link
                rel="alternate"
                type={FORMATS[name].mediaType}
                title={`${titleAmong(feeds, channel, spoken)} (${FORMATS[name].name})`}
                href={addressOf(channel, name, place.base)}
              />
            )),
          )}
        <link
          rel="search"
          type={OPEN_SEARCH.mediaType}
          title={place.publication.title}
          href={`${place.base}/${OPEN_SEARCH.file}`}
        />
        {icon ? (
          <link rel="icon" href={icon} />
        ) : (
          <link rel="icon" type="image/svg+xml" href={`${place.base}/favicon.svg`} />
        )}
        {head}
        <style>{raw(styleCss)}</style>
      </head>
      <body>
        <Masthead {...frame} />
        <main id="site-content" tabindex={-1}>
          {children}
        </main>
        <Foot {...frame} />
      </body>
    </html>
  );
}

/** What a feed's channel is called in a list of some: with its kind where two have one title, as an author and a source may. */
function titleAmong(feeds: readonly Channel[], { kind, title }: Channel, { words }: Spoken): string {
  const isUnlike = feeds.filter((other) => other.title === title).length < 2;
  return kind === "everything" || isUnlike ? title : `${words.kinds[kind]}: ${title}`;
}

/** Topics that the masthead names at most. */
const NAMED = 8;

function Masthead({ language, place, channels, isFront, subscribe }: Frame) {
  const spoken = spokenIn(language, place.publication.language);
  const { words } = spoken;
  const name = (
    <a href={`${place.base}/`} {...marked(place.publication.language, spoken.language)}>
      {place.publication.title}
    </a>
  );
  const topics = channels.filter(({ kind, count }) => kind === "topics" && count > 0).slice(0, NAMED);
  return (
    <header class="masthead" {...marked(spoken.language, language)}>
      <a class="skip" href="#site-content">
        {words.skip}
      </a>
      <div class="name">{isFront ? <h1>{name}</h1> : <p>{name}</p>}</div>
      <SearchForm spoken={spoken} place={place} id="site-q" />
      <nav aria-label={words.topics}>
        <ul>
          {topics.map((topic) => (
            <li>
              <a href={channelPageOf(topic, place.base)}>
                <Name channel={topic} place={place} around={spoken.language} />
              </a>
            </li>
          ))}
          <li class="subscribe">
            <a href={subscribe ?? `${place.base}/subscribe`}>{words.subscribe}</a>
          </li>
        </ul>
      </nav>
    </header>
  );
}

function Foot({ language, place }: Frame) {
  const spoken = spokenIn(language, place.publication.language);
  return (
    <footer {...marked(spoken.language, language)}>
      <p>
        <a href={`${place.base}/subscribe`}>{spoken.words.subscribe}</a>{" "}
        <OpmlLink spoken={spoken} place={place} />
      </p>
      {place.publication.copyright && (
        <p {...marked(place.publication.language, spoken.language)}>{place.publication.copyright}</p>
      )}
    </footer>
  );
}

/** Browsers show OPML as text, or not at all: it is there to be saved. */
export const OpmlLink = ({ spoken, place }: { readonly spoken: Spoken; readonly place: Place }) => (
  <a href={`${place.base}/${OPML.file}`} download={OPML.file}>
    {spoken.words.opml}
  </a>
);
