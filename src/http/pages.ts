import type { Article } from "../articles/article.ts";
import type { Channel } from "../feeds/channels.ts";
import type { Place } from "../feeds/place.ts";

/** Says why there is nothing: never was or not yet (404), or no longer (410). */
export type AbsentStatus = 404 | 410;

/** Pages for people, as HTML; `channels` are all that can be subscribed to. */
export interface Pages {
  readonly channel: (
    channel: Channel,
    articles: readonly Article[],
    channels: readonly Channel[],
    place: Place,
  ) => string;
  readonly article: (article: Article, channels: readonly Channel[], place: Place) => string;
  readonly absent: (status: AbsentStatus, channels: readonly Channel[], place: Place) => string;
}
