import { channelPageOf } from "../feeds/addresses.ts";
import type { AbsentStatus, View } from "../http/pages.ts";
import { Layout, marked } from "./layout.tsx";
import { Name } from "./naming.tsx";
import { FeedLinks } from "./subscribe-box.tsx";
import { spokenIn } from "./words.ts";

/** Says that there is nothing here, and names the feeds there are. */
export function AbsentPage({ status, channels, place }: View & { readonly status: AbsentStatus }) {
  const { language, title: publisher } = place.publication;
  const { words, language: own } = spokenIn(language, language);
  const [title, why] =
    status === 410 ? [words.withdrawn, words.withdrawnWhy] : [words.absent, words.absentWhy];
  return (
    <Layout title={`${title} – ${publisher}`} {...{ language, place, channels }} feeds={channels.slice(0, 1)}>
      <div class="whole directory" {...marked(own, language)}>
        <h1>{title}</h1>
        <p>{why}</p>
        <p>{words.feedsThereAre}</p>
        <ul>
          {channels.map((channel) => (
            <li>
              <a href={channelPageOf(channel, place.base)}>
                <Name channel={channel} place={place} around={own} />
              </a>
              <FeedLinks channel={channel} place={place} around={own} />
            </li>
          ))}
        </ul>
      </div>
    </Layout>
  );
}
