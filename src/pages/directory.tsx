import { channelPageOf } from "../feeds/addresses.ts";
import type { Channel } from "../feeds/channels.ts";
import type { Place } from "../feeds/place.ts";
import type { Kind } from "../feeds/traits.ts";
import { numbersIn } from "./formatting.ts";
import { marked } from "./layout.tsx";
import { Name } from "./naming.tsx";
import { FeedLinks } from "./subscribe-box.tsx";
import { spokenIn } from "./words.ts";

interface Shown {
  readonly channels: readonly Channel[];
  readonly place: Place;
  /** The language of the page around it. */
  readonly around: string;
  /** The channel that it is shown beside. */
  readonly own?: Channel;
  /** Whether all are named, each with its feeds; else the largest. */
  readonly isWhole?: boolean;
}

const KINDS: readonly Kind[] = ["topics", "languages", "sources", "authors"];
/** So many of a kind stand beside a page; topics are chosen by the publication, and all stand there. */
const BESIDE = 8;

/** The channels by kind, each with how many articles it holds. */
export function Directory({ channels, place, around, own, isWhole }: Shown) {
  const spoken = spokenIn(around, place.publication.language);
  const some = KINDS.map((kind) => ({ kind, held: channels.filter((channel) => channel.kind === kind) }));
  return (
    <>
      {some
        .filter(({ kind, held }) => held.length > (isWhole || kind === "topics" ? 0 : 1))
        .map(({ kind, held }) => (
          <section class="directory" {...marked(spoken.language, around)}>
            <h2 id={kind}>{spoken.words[kind]}</h2>
            <ul>
              {(isWhole || kind === "topics" ? held : largest(held)).map((channel) => (
                <li>
                  <a
                    href={channelPageOf(channel, place.base)}
                    {...(channel.path === own?.path && { "aria-current": "page" })}
                  >
                    <Name channel={channel} place={place} around={spoken.language} />
                  </a>{" "}
                  <span class="count">{numbersIn(spoken.language).format(channel.count)}</span>
                  {isWhole && <FeedLinks channel={channel} place={place} around={spoken.language} />}
                </li>
              ))}
            </ul>
            {!isWhole && kind !== "topics" && held.length > BESIDE && (
              <p>
                <a href={`${place.base}/subscribe#${kind}`}>{spoken.words.all}</a>
              </p>
            )}
          </section>
        ))}
    </>
  );
}

const largest = (channels: readonly Channel[]): readonly Channel[] =>
  channels.toSorted((a, b) => b.count - a.count).slice(0, BESIDE);
