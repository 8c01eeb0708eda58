import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { addressOf } from "../feeds/addresses.ts";
import type { Channel } from "../feeds/channels.ts";
import { FORMAT_NAMES, FORMATS } from "../feeds/formats.ts";
import type { Place } from "../feeds/place.ts";
import { styleCss } from "./style.ts";

interface Frame {
  readonly title: string;
  readonly language: string;
  readonly place: Place;
  /** Channels whose feeds hold what is on the page. */
  readonly channels: readonly Channel[];
  readonly children: Child;
}

/** A whole page, with autodiscovery links (HTML §4.6.7.1) to every feed that it has to do with. */
export function Layout({ title, language, place, channels, children }: Frame) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {channels.flatMap((channel) =>
          FORMAT_NAMES.map((name) => (
            <link
              rel="alternate"
              type={FORMATS[name].mediaType}
              title={`${channel.title} (${FORMATS[name].name})`}
              href={addressOf(channel, name, place.base)}
            />
          )),
        )}
        <style>{raw(styleCss)}</style>
      </head>
      <body>
        <header>
          <a href={`${place.base}/`}>{place.publication.title}</a>
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}

/** The addresses of a channel in every format. */
export function Feeds({ channel, place }: { readonly channel: Channel; readonly place: Place }) {
  return (
    <ul class="feeds">
      {FORMAT_NAMES.map((name) => (
        <li>
          <a href={addressOf(channel, name, place.base)}>{FORMATS[name].name}</a>
        </li>
      ))}
    </ul>
  );
}
