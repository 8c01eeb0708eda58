import { channelPageOf } from "../feeds/addresses.ts";
import type { Channel } from "../feeds/channels.ts";
import type { Place } from "../feeds/place.ts";
import { marked } from "./layout.tsx";
import { Name } from "./naming.tsx";
import { FeedLinks } from "./subscribe-box.tsx";
import { spokenIn } from "./words.ts";

interface Held {
  readonly channels: readonly Channel[];
  readonly place: Place;
  /** The language of the page around it. */
  readonly around: string;
}

/** The channels that hold an article, each with its kind and its feeds: an author may be called as a source is. */
export function HeldBy({ channels, place, around }: Held) {
  const spoken = spokenIn(around, place.publication.language);
  return (
    <section class="box directory" id="subscribe" {...marked(spoken.language, around)}>
      <h2>{spoken.words.subscribe}</h2>
      <ul>
        {channels.map((channel) => (
          <li>
            <a href={channelPageOf(channel, place.base)}>
              {channel.kind !== "everything" && (
                <span class="kind">{`${spoken.words.kinds[channel.kind]} `}</span>
              )}
              <Name channel={channel} place={place} around={spoken.language} />
            </a>
            <FeedLinks channel={channel} place={place} around={spoken.language} />
          </li>
        ))}
      </ul>
    </section>
  );
}
