import type { Place } from "../feeds/place.ts";
import { COLOURS } from "./style.ts";
import { spokenIn } from "./words.ts";

const quoted = (text: string): string =>
  `"${text.replace(/["\\\n]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;

/**
 * How a feed looks that a browser shows as XML: what it is on top, then its title and its entries with title, date and
 * summary. Styles cannot make links of addresses.
 */
export const feedCss = ({ publication: { language } }: Place): string =>
  `
rss,feed{${COLOURS.light};color-scheme:light dark;display:block;max-width:42rem;margin:0 auto;padding:1rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Charter,"Noto Serif",Georgia,serif}
@media(prefers-color-scheme:dark){rss,feed{${COLOURS.dark}}}
rss::before,feed::before{content:${quoted(spokenIn(language, language).words.isFeed)};display:block;border-inline-start:4px solid var(--mark);background:var(--box);padding:.75rem 1rem;font-family:system-ui,sans-serif}
channel,item,entry{display:block}
channel *,feed *{display:none}
channel>item,feed>entry{display:block;border-top:1px solid var(--line);padding:1rem 0}
channel>title,feed>title,channel>description,feed>subtitle,item>title,entry>title,item>description,entry>summary,item>pubDate,entry>published{display:block}
channel>title,feed>title{font-size:2rem;font-weight:700;margin-top:1.5rem}
channel>description,feed>subtitle{margin-bottom:1.5rem}
item>title,entry>title{font-size:1.35rem;font-weight:700;line-height:1.25}
item>pubDate,entry>published{color:var(--soft);font:.875rem/1.5 system-ui,sans-serif}
entry:lang(ar),entry:lang(he),entry:lang(fa),entry:lang(ur){direction:rtl}
`.trimStart();
