import { raw } from "hono/html";
import { addressOf } from "../feeds/addresses.ts";
import type { Channel } from "../feeds/channels.ts";
import { FORMAT_NAMES, FORMATS } from "../feeds/formats.ts";
import type { Place } from "../feeds/place.ts";
import { marked } from "./layout.tsx";
import { nameIn } from "./naming.tsx";
import { QrCode } from "./qr-code.tsx";
import { READERS } from "./readers.ts";
import { scriptJs } from "./script.ts";
import { filled, type Spoken } from "./words.ts";

interface Box {
  readonly channel: Channel;
  readonly place: Place;
  readonly spoken: Spoken;
}

/** All that it takes to subscribe to a channel. At most one on a page. */
export function SubscribeBox({ channel, place, spoken }: Box) {
  const { words } = spoken;
  const address = addressOf(channel, "atom", place.base);
  return (
    <section
      class="box"
      id="subscribe"
      aria-labelledby="subscribe-title"
      {...marked(spoken.language, channel.language)}
    >
      <h2 id="subscribe-title">
        {filled(words.subscribeTo, { name: nameIn({ channel, place, around: spoken.language }) })}
      </h2>
      <p>{words.what}</p>
      <ul class="addresses">
        {FORMAT_NAMES.map((name) => (
          <Address address={addressOf(channel, name, place.base)} name={FORMATS[name].name} spoken={spoken} />
        ))}
      </ul>
      <p class="readers">
        {words.openIn}{" "}
        {READERS.map(({ name, format, opening }) => (
          <a href={opening(addressOf(channel, format, place.base))} rel="nofollow">
            {name}
          </a>
        ))}
        <a href={`feed:${address}`}>{words.anyReader}</a>
      </p>
      <details>
        <summary>{words.phone}</summary>
        <QrCode text={address} label={address} />
      </details>
      <p class="unseen" role="status" id="copied" />
      <script>{raw(scriptJs)}</script>
    </section>
  );
}

interface AddressProps {
  readonly address: string;
  readonly name: string;
  readonly spoken: Spoken;
}

/** One address: to follow, to select as a whole, and to copy where scripts run. */
const Address = ({ address, name, spoken: { words } }: AddressProps) => (
  <li>
    <a href={address}>{name}</a> <code dir="ltr">{address}</code>{" "}
    <button
      type="button"
      hidden
      data-copy={address}
      data-copied={`${words.copied}: ${name}`}
      aria-label={`${words.copy}: ${name}`}
    >
      {words.copy}
    </button>
  </li>
);

/** A channel's addresses in a list of many. */
export const FeedLinks = ({ channel, place, around }: Omit<Box, "spoken"> & { readonly around: string }) => (
  <ul class="feeds">
    {FORMAT_NAMES.map((name) => (
      <li>
        <a
          href={addressOf(channel, name, place.base)}
          aria-label={`${FORMATS[name].name}: ${nameIn({ channel, place, around })}`}
        >
          {FORMATS[name].name}
        </a>
      </li>
    ))}
  </ul>
);
