import type { Element } from "hast";
import { attribute } from "./tree.ts";

/** Elements that are never a part of an article's text. */
const NEVER = new Set(
  "script style template link meta base nav footer form dialog button select input textarea object embed iframe canvas svg menu search noscript".split(
    " ",
  ),
);
const ROLES = new Set(
  "navigation banner search dialog alertdialog menu menubar toolbar complementary contentinfo form".split(
    " ",
  ),
);
/** Words of class names and ids, by which those who make pages name what is not the article. */
const NAMES = new Set(
  (
    "ad ads advert adverts advertising advertisement advertorial adslot adunit sponsor sponsored sponsors promo promos promotion werbung anzeige publicidad publicite " +
    "share shares sharing sharer sharebar sharebuttons sharedaddy social socials follow addthis addtoany teilen compartir partager " +
    "related relacionados recommended recommendations recommend recirc recirculation outbrain taboola readmore trending popular mostread teaser teasers " +
    "newsletter subscribe subscription signup optin mailchimp cookie cookies consent gdpr onetrust " +
    "comment comments comentarios commentaires kommentare disqus respond reply replies " +
    "breadcrumb breadcrumbs crumbs nav navbar navigation menu pagination pager prevnext sidebar widget widgets rail skip skiplink " +
    "popup modal overlay lightbox toolbar tools toolbox masthead topbar bottombar ticker " +
    "byline bylines bio authorbox tags taglist tagcloud postmeta entrymeta copyright disclaimer rating ratings reactions likes clap claps " +
    "screenreader sronly visuallyhidden hidden noprint print donate donation upsell paywall regwall app"
  ).split(" "),
);
/** Neighbouring words that only together name what is not the article. */
const PAIRS = new Set(
  (
    "post meta, entry meta, article meta, post info, article info, post footer, entry footer, article footer, post tags, author box, author bio, author info, about author, " +
    "post author, article author, entry author, read more, read next, read also, see also, more from, most read, most popular, up next, next post, previous post, post navigation, also like, you may, " +
    "reading time, read time, screen reader, sr only, visually hidden, last updated, post date, entry date, article date, publish date, published date, audio player, text to, listen to, " +
    "jump to, back to, call to, meta data, article tools, story tools, post categories, cat links, tag links, tag list, share this"
  ).split(", "),
);

/** Names that are about a whole page or an article's kind, wherever they stand ("tag-cookies" on a WordPress article). */
const TAXONOMY = /^(?:tag|category|cat|topic|section|author|has|is|no|with|single|post|postid|page|wp|js)-/i;

/** Whether an element says by its name that it is no part of an article. */
export const isNever = ({ tagName }: Element): boolean => NEVER.has(tagName);

/** Whether an element is not shown. */
export function isHidden(element: Element): boolean {
  const style = attribute(element, "style").replace(/\s/g, "");
  return (
    element.properties.hidden === true ||
    element.properties.hidden === "" ||
    /(?:^|;)(?:display:none|visibility:hidden)/i.test(style) ||
    (attribute(element, "ariaHidden") === "true" && element.tagName !== "img" && element.tagName !== "figure")
  );
}

/** Whether whoever made the page calls an element navigation, advertisement, comments, a byline: anything but the article. */
export function isNamedDebris(element: Element): boolean {
  if (element.tagName === "body" || element.tagName === "html") return false;
  if (ROLES.has(attribute(element, "role"))) return true;
  const { className } = element.properties;
  const classes = [className].flat().map((name) => String(name ?? ""));
  const names = [...classes.slice(0, 12), attribute(element, "id"), attribute(element, "dataComponent")];
  return names.some((name) => name !== "" && !TAXONOMY.test(name) && isDebrisName(name));
}

const known = new Map<string, boolean>();

function isDebrisName(name: string): boolean {
  const found = known.get(name);
  if (found !== undefined) return found;
  const words = name
    .slice(0, 100)
    .replace(/([\p{Ll}\d])(?=\p{Lu})/gu, "$1 ")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
  const is =
    words.some((word) => NAMES.has(word)) ||
    words.some((word, i) => PAIRS.has(`${word} ${words[i + 1] ?? ""}`));
  if (known.size < 10_000) known.set(name, is);
  return is;
}

/** Whether an element holds the notes of an article. */
export const isNotes = (element: Element): boolean =>
  /(?:^|[\s_-])(?:foot|end)notes?(?:$|[\s_-])|doc-endnotes/i.test(
    [attribute(element, "className"), attribute(element, "id"), attribute(element, "role")].join(" "),
  );
