import { channelPageOf } from "../feeds/addresses.ts";
import type { Channel } from "../feeds/channels.ts";
import type { Place } from "../feeds/place.ts";
import { Feeds, Layout } from "./layout.tsx";

const WORDS = {
  404: { title: "Not found", reason: "There is nothing at this address." },
  410: { title: "Withdrawn", reason: "The article at this address was withdrawn." },
} as const;

interface AbsentView {
  readonly status: keyof typeof WORDS;
  readonly channels: readonly Channel[];
  readonly place: Place;
}

/** Says that there is nothing here, and names the feeds there are. */
export function AbsentPage({ status, channels, place }: AbsentView) {
  const { title, reason } = WORDS[status];
  return (
    <Layout
      title={`${title} – ${place.publication.title}`}
      language="en"
      place={place}
      channels={channels.slice(0, 1)}
    >
      <h1>{title}</h1>
      <p>{reason} These are the feeds there are:</p>
      <ul>
        {channels.map((channel) => (
          <li>
            <a href={channelPageOf(channel, place.base)}>{channel.title}</a>{" "}
            <Feeds channel={channel} place={place} />
          </li>
        ))}
      </ul>
    </Layout>
  );
}
