import type { View } from "../http/pages.ts";
import { Directory } from "./directory.tsx";
import { Layout, marked, OpmlLink } from "./layout.tsx";
import { SubscribeBox } from "./subscribe-box.tsx";
import { spokenIn } from "./words.ts";

/** All that can be subscribed to. */
export function SubscribePage({ channels, place }: View) {
  const { language, title } = place.publication;
  const spoken = spokenIn(language, language);
  const [everything] = channels;
  return (
    <Layout
      title={`${spoken.words.subscribe} – ${title}`}
      description={spoken.words.what}
      {...{ language, place, channels }}
      canonical={`${place.base}/subscribe`}
      feeds={channels.filter(({ kind }) => kind === "everything" || kind === "topics")}
      subscribe="#subscribe"
    >
      <div class="whole" {...marked(spoken.language, language)}>
        <h1>{spoken.words.subscribe}</h1>
        {everything && <SubscribeBox channel={everything} place={place} spoken={spoken} />}
        <p>
          <OpmlLink spoken={spoken} place={place} />
        </p>
        <Directory channels={channels} place={place} around={language} isWhole />
      </div>
    </Layout>
  );
}
