import { channelPageOf } from "../feeds/addresses.ts";
import type { ChannelView } from "../http/pages.ts";
import { Directory } from "./directory.tsx";
import { Entry } from "./entry.tsx";
import { Layout, marked } from "./layout.tsx";
import { SiteData } from "./linked-data.tsx";
import { Name } from "./naming.tsx";
import { OpenGraph } from "./open-graph.tsx";
import { Paging } from "./paging.tsx";
import { SubscribeBox } from "./subscribe-box.tsx";
import { spokenIn } from "./words.ts";

/** A channel's page: some of its articles, how to subscribe, and what else there is. The front page is that of everything. */
export function ChannelPage(view: ChannelView) {
  const { channel, articles, channels, place, page, isFeed } = view;
  const { language, title, description } = channel;
  const spoken = spokenIn(language, place.publication.language);
  const { words } = spoken;
  const isFront = channel.kind === "everything";
  const address = channelPageOf(channel, place.base, page);
  const listTitle = (
    <h2 class="unseen" {...marked(spoken.language, language)}>
      {words.newest}
    </h2>
  );
  return (
    <Layout
      {...{ title, description, language, place, channels, isFront, subscribe: "#subscribe" }}
      {...(!isFeed && { canonical: address })}
      feeds={isFront ? [channel, ...channels.filter(({ kind }) => kind === "topics")] : [channel]}
      head={
        <>
          <OpenGraph {...{ title, description, language, place, address, type: "website" }} />
          {isFront && <SiteData place={place} />}
        </>
      }
    >
      {isFeed && (
        <p class="notice" {...marked(spoken.language, language)}>
          {words.isFeed}
        </p>
      )}
      <div class="page">
        <div class="list">
          {isFront ? <FrontHead view={view} /> : <ChannelHead view={view} />}
          {articles.length > 0 ? listTitle : <p {...marked(spoken.language, language)}>{words.none}</p>}
          {articles.map((article) => (
            <Entry article={article} place={place} around={language} />
          ))}
          <Paging view={view} spoken={spoken} />
        </div>
        <aside>
          <SubscribeBox channel={channel} place={place} spoken={spoken} />
          <Directory channels={channels} place={place} around={language} own={channel} />
        </aside>
      </div>
    </Layout>
  );
}

const FrontHead = ({ view: { channel } }: { readonly view: ChannelView }) =>
  channel.description === channel.title ? null : <p class="about">{channel.description}</p>;

function ChannelHead({ view: { channel, place } }: { readonly view: ChannelView }) {
  const { kind, language, description } = channel;
  const spoken = spokenIn(language, place.publication.language);
  return (
    <header class="head">
      {kind !== "everything" && (
        <p class="kind" {...marked(spoken.language, language)}>
          {spoken.words.kinds[kind]}
        </p>
      )}
      <h1>
        <Name channel={channel} place={place} around={language} />
      </h1>
      {description !== channel.name && (
        <p class="about">
          <span {...marked(place.publication.language, language)}>{description}</span>
        </p>
      )}
    </header>
  );
}
