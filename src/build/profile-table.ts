import type { Article } from "../articles/article.ts";
import type { Publication } from "../articles/publication.ts";

/** What is known where an article is judged; `now` in milliseconds. */
export interface Judged {
  readonly publication: Publication;
  readonly now: number;
}

/** What an aggregator wants, and what is found where it lacks; nothing where it does not. */
interface Wish<T> {
  readonly wants: string;
  readonly lack: (thing: T, judged: Judged) => string | undefined;
}

/** A document by its size. */
export interface Weighed {
  /** Bytes. */
  readonly size: number;
  readonly count: number;
}

/** An aggregator, the documents that it reads (by their last segment), and its wishes. */
export interface Profile {
  readonly name: string;
  readonly files: readonly string[];
  readonly article: readonly Wish<Article>[];
  readonly document: readonly Wish<Weighed>[];
  readonly publication: readonly Wish<Publication>[];
}

const KB = 1000;
const MB = KB * KB;
const DAY = 86_400_000;

const encoder = new TextEncoder();
const bytes = (text: string): number => encoder.encode(text).length;

const titleOf = (least: number, most: number): Wish<Article> => ({
  wants: `a title of ${least} to ${most} characters`,
  lack({ title }) {
    const { length } = [...title];
    return length < least || length > most ? `${length}` : undefined;
  },
});
const imageOf = (pixels: number): Wish<Article> => ({
  wants: `an image at least ${pixels} pixels wide`,
  lack({ image }) {
    if (!image) return "no image";
    if (image.width === undefined) return "an image whose width nobody told";
    return image.width < pixels ? `${image.width} pixels` : undefined;
  },
});
const heightOf = (pixels: number): Wish<Article> => ({
  wants: `an image at least ${pixels} pixels high`,
  lack: ({ image }) =>
    image?.height !== undefined && image.height < pixels ? `${image.height} pixels` : undefined,
});
const IMAGE: Wish<Article> = { wants: "an image", lack: ({ image }) => (image ? undefined : "none") };
const DATE: Wish<Article> = {
  wants: "a date",
  lack: ({ published }) => (published ? undefined : "none"),
};
const ageUpTo = (days: number): Wish<Article> => ({
  wants: `an article of the last ${days} days`,
  lack({ published }, { now }) {
    if (!published) return "no date";
    const age = (now - Date.parse(published)) / DAY;
    return age >= days ? `one ${Math.floor(age)} days old` : undefined;
  },
});
const bodyUpTo = (most: number): Wish<Article> => ({
  wants: `a body of at most ${most / MB} MB`,
  lack({ contentHtml }) {
    if (contentHtml === "") return "none";
    const size = bytes(contentHtml);
    return size > most ? `${(size / MB).toFixed(1)} MB` : undefined;
  },
});
const sizeUpTo = (most: number): Wish<Weighed> => ({
  wants: `a document of at most ${most / KB} kB`,
  lack: ({ size }) => (size > most ? `${Math.ceil(size / KB)} kB` : undefined),
});
const picture = (key: "icon" | "logo"): Wish<Publication> => ({
  wants: `${key} in publication.toml`,
  lack: (publication) => (publication[key] ? undefined : "none"),
});
const DESCRIPTION: Wish<Publication> = {
  wants: "a description of at most 30 characters",
  lack: ({ description }) => ([...description].length > 30 ? `${[...description].length}` : undefined),
};
/** Apple reads no other kind of picture. */
const ARTWORK: Wish<Publication> = {
  wants: "an icon in JPEG or PNG",
  lack: ({ icon }) => (icon === "" || endsIn(icon, /\.(?:jpe?g|png)$/i) ? undefined : icon),
};
const endsIn = (address: string, ending: RegExp): boolean =>
  ending.test(URL.parse(address)?.pathname ?? address.replace(/[?#].*/, ""));

const HTTPS: Wish<Publication> = {
  wants: "an address that begins with https://",
  lack: ({ url }) => (url === "" || url.startsWith("https://") ? undefined : url),
};

/** What each says that it asks of a publisher; kept as data, for it changes. */
export const PROFILES: readonly Profile[] = [
  {
    name: "MSN",
    files: ["msn.xml"],
    article: [titleOf(21, 150), imageOf(720), DATE, ageUpTo(365), bodyUpTo(MB)],
    document: [],
    publication: [HTTPS],
  },
  {
    name: "SmartNews",
    files: ["smartnews.xml"],
    article: [IMAGE, DATE, bodyUpTo(MB)],
    document: [sizeUpTo(MB)],
    publication: [picture("logo"), DESCRIPTION],
  },
  {
    name: "Flipboard",
    files: ["rss.xml"],
    article: [imageOf(400), heightOf(400), bodyUpTo(MB)],
    document: [{ wants: "30 items or more", lack: ({ count }) => (count < 30 ? `${count}` : undefined) }],
    publication: [],
  },
  {
    name: "Feedly",
    files: ["feedly.xml"],
    article: [IMAGE],
    document: [],
    publication: [picture("icon"), picture("logo")],
  },
  { name: "Yahoo", files: ["rss.xml"], article: [IMAGE, DATE], document: [], publication: [] },
  {
    name: "Google News",
    files: ["rss.xml", "atom.xml"],
    article: [DATE, ageUpTo(2), bodyUpTo(MB)],
    document: [sizeUpTo(2 * MB)],
    publication: [],
  },
  {
    name: "Apple Podcasts",
    files: ["podcast.xml"],
    article: [
      DATE,
      {
        wants: "a recording in MP3 or M4A",
        lack: ({ audio }) => (audio && !endsIn(audio.url, /\.(?:mp3|m4a)$/i) ? audio.url : undefined),
      },
      {
        wants: "a duration",
        lack: ({ audio }) => (audio && audio.duration === undefined ? "none" : undefined),
      },
    ],
    document: [],
    publication: [
      picture("icon"),
      ARTWORK,
      {
        wants: "an author's e-mail address in publication.toml",
        lack: ({ authors }) => (authors.some(({ email }) => email) ? undefined : "none"),
      },
    ],
  },
  {
    name: "JSON Feed readers",
    files: ["feed.json"],
    article: [],
    document: [sizeUpTo(250 * KB)],
    publication: [],
  },
];
