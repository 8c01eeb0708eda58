import { SEARCH_PATH } from "../feeds/search.ts";
import type { ChannelView, SearchView } from "../http/pages.ts";
import { Entry } from "./entry.tsx";
import { numbersIn } from "./formatting.ts";
import { Layout, marked } from "./layout.tsx";
import { Paging } from "./paging.tsx";
import { SubscribeBox } from "./subscribe-box.tsx";
import { filled, type Spoken, spokenIn } from "./words.ts";

/** What a search found, and how to be told of what it will find. */
export function SearchPage({ found, suggestion, channels, place }: SearchView) {
  const { language, title } = place.publication;
  const spoken = spokenIn(language, language);
  const query = found?.channel.name;
  return (
    <Layout
      title={query === undefined ? `${spoken.words.search} – ${title}` : (found?.channel.title ?? title)}
      {...{ language, place, channels }}
      feeds={[...(found ? [found.channel] : []), ...channels.slice(0, 1)]}
      {...(found && { subscribe: "#subscribe" })}
    >
      {found ? (
        <Results {...{ found, spoken }} {...(suggestion && { suggestion })} />
      ) : (
        <h1 {...marked(spoken.language, language)}>{spoken.words.searchFor}</h1>
      )}
    </Layout>
  );
}

interface ResultsProps {
  readonly found: ChannelView;
  readonly suggestion?: string;
  readonly spoken: Spoken;
}

function Results({ found, suggestion, spoken }: ResultsProps) {
  const { channel, articles, place } = found;
  const { words, language } = spoken;
  const count = numbersIn(language).format(channel.count);
  const title = channel.count > 0 ? words.found : words.foundNothing;
  return (
    <div class="page" {...marked(language, channel.language)}>
      <div class="list">
        <header class="head">
          <h1>{filled(title, { query: channel.name, count })}</h1>
          {suggestion && (
            <p>
              <a href={`${place.base}${SEARCH_PATH}?q=${encodeURIComponent(suggestion)}`}>
                {filled(words.perhaps, { query: suggestion })}
              </a>
            </p>
          )}
        </header>
        {articles.map((article) => (
          <Entry article={article} place={place} around={language} />
        ))}
        <Paging view={found} spoken={spoken} />
      </div>
      <aside>
        <SubscribeBox channel={channel} place={place} spoken={spoken} />
      </aside>
    </div>
  );
}
