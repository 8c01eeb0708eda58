import type { Article } from "../articles/article.ts";
import { channelPageOf } from "../feeds/addresses.ts";
import type { Channel } from "../feeds/channels.ts";
import { type Place, pageOf } from "../feeds/place.ts";
import { Dateline } from "./dateline.tsx";
import { Feeds, Layout } from "./layout.tsx";

interface ChannelView {
  readonly channel: Channel;
  readonly articles: readonly Article[];
  readonly channels: readonly Channel[];
  readonly place: Place;
}

/** A channel's page: its feeds, its newest articles, and the other channels. */
export function ChannelPage({ channel, articles, channels, place }: ChannelView) {
  return (
    <Layout
      title={channel.title}
      language={channel.language}
      place={place}
      channels={channel.path === "" ? channels : [channel]}
    >
      <h1>{channel.title}</h1>
      <p>{channel.description}</p>
      <Feeds channel={channel} place={place} />
      {articles.map((article) => (
        <article lang={article.language} dir="auto">
          <h2>
            <a href={pageOf(article, place)}>{article.title}</a>
          </h2>
          <Dateline article={article} />
          <p>{article.summary}</p>
        </article>
      ))}
      <nav>
        <h2>{channel.path === "" ? "Topics" : "Everything and all topics"}</h2>
        <ul>
          {channels
            .filter((other) => other !== channel)
            .map((other) => (
              <li>
                <a href={channelPageOf(other, place.base)}>{other.title}</a>{" "}
                <Feeds channel={other} place={place} />
              </li>
            ))}
        </ul>
        <p>
          <a href={`${place.base}/feeds.opml`}>All feeds as OPML</a>, to import into a reader
        </p>
      </nav>
    </Layout>
  );
}
