import type { Article } from "../articles/article.ts";
import type { Headline } from "../articles/headline.ts";
import type { Channel } from "../feeds/channels.ts";
import type { Place } from "../feeds/place.ts";

/** Says why there is nothing: never was or not yet (404), or no longer (410). */
export type AbsentStatus = 404 | 410;

/** What every page knows: where it stands, and all that can be subscribed to. */
export interface View {
  readonly place: Place;
  readonly channels: readonly Channel[];
}

/** A channel, and those of its articles that are shown. */
export interface ChannelView extends View {
  readonly channel: Channel;
  readonly articles: readonly Headline[];
  /** Which of its pages this is, 1 being the newest articles, and how many there are. */
  readonly page: number;
  readonly pages: number;
  /** Set where it is shown in place of a feed, at the feed's own address. */
  readonly isFeed?: true;
}

export interface ArticleView extends View {
  readonly article: Article;
  /** The channels that hold it. */
  readonly holding: readonly Channel[];
  /** Its neighbours in time, as far as that is known of both. */
  readonly earlier?: Article;
  readonly later?: Article;
}

/** What a search found; without a channel nothing was asked. */
export interface SearchView extends View {
  readonly found?: ChannelView;
  /** Another query, where this one found nothing. */
  readonly suggestion?: string;
}

/** A page as it is written, which may have to load something first. */
type Html = string | Promise<string>;

/** Pages for people, as HTML, and what goes with them. */
export interface Pages {
  readonly channel: (view: ChannelView) => Html;
  readonly article: (view: ArticleView) => Html;
  readonly search: (view: SearchView) => Html;
  /** All that can be subscribed to. */
  readonly subscribe: (view: View) => Html;
  readonly absent: (view: View & { readonly status: AbsentStatus }) => Html;
  /** The texts of the `style` and `script` elements that pages may hold, as they stand in them. */
  readonly styleCss: string;
  readonly scriptJs: string;
  /** The style of a feed that a browser shows as XML. */
  readonly feedCss: (place: Place) => string;
  /** The publication's sign, as SVG. */
  readonly iconSvg: (place: Place) => string;
}
