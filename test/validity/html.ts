/** Checks of HTML as readers take it, and of plain text that looks like HTML. */
import type { Rule } from "./rules.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Elements that readers leave in. */
const SAFE =
  words(`a abbr acronym address area article aside audio b bdi big blockquote br button canvas caption center cite
  code col colgroup command data datagrid datalist dd del details dfn dialog dir div dl dt em eventsource fieldset figcaption
  figure footer font form header h1 h2 h3 h4 h5 h6 hgroup hr i img input ins keygen kbd label legend li m main map mark menu
  meter multicol nav nextid ol output optgroup option p picture pre progress q rp rt ruby s samp section select small sound
  source spacer span strike strong sub summary sup table tbody td template textarea time tfoot th thead tr track tt u ul var
  video noscript wbr`);
/** Elements that are HTML, and that readers take out. */
const RISKY =
  words(`applet base basefont bdo body embed frame frameset head html iframe isindex link meta noframes object param
  script slot style title xmp plaintext comment listing svg math`);
const VOID = words("area base br col embed hr img input link meta param source track wbr");
/** Attributes that readers leave in, but for `data-`. */
const SAFE_ATTRIBUTES =
  words(`abbr accept align alt axis border cellpadding cellspacing char charoff charset checked cite class
  clear cols colspan color compact controls coords datetime decoding default dir disabled download headers height high href
  hreflang hspace id ismap itemid itemprop itemref itemscope itemtype kind label lang list longdesc loading loop low max media
  min muted name noshade nowrap open optimum poster preload referrerpolicy rel rev reversed rows rowspan rules scope size sizes
  span src srclang srcset start summary tabindex target title translate type usemap valign value vspace width xml:lang xmlns`);
/** What ends a paragraph: a start tag of these within one is at fault. */
const BLOCKS =
  words(`address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section summary table ul`);
const STYLE = /^([:,;#%.\sa-zA-Z0-9!]|\w-\w|'[\s\w]+'|"[\s\w]+"|\([\d,\s]+\))*$/;
const SAFE_STYLES = words(
  "color text-align direction font-weight font-style float width height margin padding border",
);

const TOKEN = /<!--.*?-->|<(\/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|<|&(#\w*;?|\w+;?)?/gs;
const ATTRIBUTE = /([^\s=/"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?/g;

const decoded = (value: string): string => value.replaceAll(/&(amp|#x26|#38);/g, "&").trim();
const isAbsolute = (reference: string): boolean =>
  /^[a-z][a-z0-9+.-]*:/i.test(reference) || reference.startsWith("#");
const ADDRESSES = words("href src poster cite longdesc data");

/** An attribute by itself. */
function attributeFaults(name: string, value: string): readonly Rule[] {
  if (name === "style") {
    const properties = [...value.matchAll(/([-\w]+)\s*:/g)].map(([, property = ""]) => property);
    const isPlain = STYLE.test(value) && properties.every((property) => SAFE_STYLES.has(property));
    return isPlain ? [] : ["DangerousStyleAttr"];
  }
  if (name.startsWith("data-")) return [];
  if (!SAFE_ATTRIBUTES.has(name)) return ["SecurityRiskAttr"];
  if (name === "srcset")
    return value.split(/,\s+/).every((one) => isAbsolute(one.trim())) ? [] : ["ContainsRelRef"];
  return ADDRESSES.has(name) && !isAbsolute(decoded(value)) ? ["ContainsRelRef"] : [];
}

const attributesIn = (text: string) =>
  [...text.matchAll(ATTRIBUTE)].map(
    ([, name = "", value = ""]) => [name.toLowerCase(), value.replace(/^["']|["']$/g, "")] as const,
  );

function startTagFaults(name: string, rest: string, open: readonly string[]): readonly Rule[] {
  const attributes = attributesIn(rest);
  const names = attributes.map(([attribute]) => attribute);
  const element: readonly Rule[] = RISKY.has(name) ? ["SecurityRisk"] : SAFE.has(name) ? [] : ["NotHtml"];
  const isMisplaced =
    (BLOCKS.has(name) && open.includes("p")) ||
    (name === "a" && open.includes("a")) ||
    new Set(names).size < names.length;
  return [
    ...element,
    ...(isMisplaced ? (["NotHtml"] as const) : []),
    ...attributes.flatMap(([attribute, value]) => attributeFaults(attribute, value)),
  ];
}

const isReference = (text: string): boolean => /^(#\d+|#x[\da-f]+|[a-z]+\d*);$/i.test(text);

/** A tag, where `open` names the elements around it; enters or leaves its element. */
function tagFaults(isEnd: boolean, name: string, rest: string, open: string[]): readonly Rule[] {
  if (isEnd) return open.pop() === name ? [] : ["NotHtml"];
  const faults = startTagFaults(name, rest, open);
  if (!VOID.has(name)) open.push(name);
  return faults;
}

/** HTML as it stands in a body: well nested, harmless, and whole wherever it is read. */
export function html(value: string): readonly Rule[] {
  const open: string[] = [];
  const faults = [...value.matchAll(TOKEN)].flatMap(
    ([token, slash, tag, rest = "", reference]): readonly Rule[] => {
      if (tag) return tagFaults(slash === "/", tag.toLowerCase(), rest, open);
      return token === "<" || (reference && !isReference(reference)) ? ["NotHtml"] : [];
    },
  );
  return open.length > 0 ? [...faults, "NotHtml"] : faults;
}

const ENTITIES = words(
  "amp lt gt quot apos nbsp copy reg hellip ndash mdash auml ouml uuml szlig eacute egrave laquo raquo",
);

/**
 * Plain text: no HTML in it, and, where it is written with marks of HTML at all, those written by number (`written` is how it
 * stands in the document). `isRss` for the profile's own rule.
 */
export function plain(value: string, written: string, rule: Rule, isRss: boolean): readonly Rule[] {
  const ends = [...value.matchAll(/<\/(\w+)>/g)].map(([, name = ""]) => name.toLowerCase());
  if (ends.some((name) => SAFE.has(name) || RISKY.has(name))) return [rule];
  if (written.includes("&#x")) return [];
  const references = [...value.matchAll(/&(#?\w+)/g)].map(([, name = ""]) => name);
  if (references.some((name) => ENTITIES.has(name) || !/^[a-z]+$/i.test(name))) return [rule];
  if (references.length > 0) return [];
  return isRss && /&#[x0-9]|<[/a-zA-Z]/.test(value) ? ["CharacterData"] : [];
}
