import type { Content } from "../feeds/envelope.ts";
import { EXTENSION } from "../feeds/extension.ts";
import { OPEN_SEARCH, openSearchDocument } from "../feeds/open-search.ts";
import { OPML, opmlDocument } from "../feeds/opml.ts";
import { FEED_STYLE, uriOf } from "../feeds/place.ts";
import { SECURITY, securityText } from "../feeds/security-text.ts";
import {
  NEWS_SITEMAP,
  newsSitemapDocument,
  ROBOTS,
  robotsText,
  SITEMAP,
  sitemapDocument,
  sitemapPart,
} from "../feeds/sitemap.ts";
import type { Edition } from "./edition.ts";
import { type Asked, type Found, NOTHING } from "./found.ts";
import type { Pages } from "./pages.ts";

type Text = Pick<Content, "text" | "mediaType">;

/** The publication's sign, where it names no picture of its own. */
export const ICON = "favicon.svg";
/** What browsers ask for that look for no link. */
const OLD_ICON = "/favicon.ico";

/** Documents about the whole, by the last segment of their address: no date tells when they changed. */
const TEXTS: Readonly<Record<string, (edition: Edition, pages: Pages) => Text | Promise<Text>>> = {
  [OPML.file]: async ({ library, place }) => ({
    ...OPML,
    text: opmlDocument(await library.channels(), place),
  }),
  [SITEMAP.file]: async ({ library, place }) => ({
    ...SITEMAP,
    text: await sitemapDocument(await library.census(), place),
  }),
  [NEWS_SITEMAP.file]: async ({ place, library }) => ({
    ...NEWS_SITEMAP,
    text: newsSitemapDocument(await library.news(), place),
  }),
  [ROBOTS.file]: ({ place }) => ({ ...ROBOTS, text: robotsText(place) }),
  [OPEN_SEARCH.file]: ({ place }) => ({ ...OPEN_SEARCH, text: openSearchDocument(place) }),
  [EXTENSION.file]: () => EXTENSION,
  [FEED_STYLE]: ({ place }, { feedCss }) => ({ mediaType: "text/css", text: feedCss(place) }),
  [ICON]: ({ place }, { iconSvg }) => ({ mediaType: "image/svg+xml", text: iconSvg(place) }),
};

export async function textAt(edition: Edition, { path }: Asked, pages: Pages): Promise<Found> {
  const file = path.slice(1);
  const write = Object.hasOwn(TEXTS, file) ? TEXTS[file] : undefined;
  if (write) return { kind: "content", write: async () => contentOf(await write(edition, pages)) };
  const { place } = edition;
  const security = file === SECURITY.file ? securityText(place) : undefined;
  if (security) return { kind: "content", write: () => contentOf({ ...SECURITY, text: security }) };
  if (path === OLD_ICON) {
    const { icon } = place.publication;
    return { kind: "moved", to: icon ? uriOf(icon) : `${place.base}/${ICON}`, status: 308 };
  }
  return file.startsWith("sitemaps/") ? sitemapPartAt(edition, file) : NOTHING;
}

async function sitemapPartAt({ library, place }: Edition, file: string): Promise<Found> {
  const write = sitemapPart(file, await library.census(), place);
  if (!write) return NOTHING;
  return { kind: "content", write: async () => contentOf({ ...SITEMAP, text: await write() }) };
}

const contentOf = ({ text, mediaType }: Text): Content => ({ text, mediaType, links: [] });
