/** Each rule can fail: a document as it should be, made to break it. */
import { describe, expect, test } from "vitest";
import { BASE } from "../../src/articles/article.ts";
import { app, article, NOW, ORIGIN, publication, textAt } from "../sample.ts";
import { findingsIn } from "./check.ts";
import { RULES, type Rule } from "./rules.ts";

const asked = app({
  publication: publication({
    authors: [{ name: "Ada", email: "ada@news.example" }],
    copyright: "CC BY",
    icon: "https://news.example/icon.png",
    skipHours: [1],
    skipDays: ["Sunday"],
    hub: "https://hub.example/",
    entries: 2,
  }),
  articles: Array.from({ length: 6 }, (_, i) =>
    article({
      slug: `a-${i}`,
      published: `2026-03-0${i + 1}T08:00:0${i}Z`,
      source: { name: "DW", url: "https://dw.example/1" },
      authors: [{ name: "Bo", url: "https://bo.example/" }],
      image: { url: `${BASE}/a.jpg`, alt: "Waves", width: 9, height: 9 },
      audio: { url: "https://cdn.example/a.mp3", type: "audio/mpeg", length: 9, duration: 60 },
    }),
  ),
});

type Change = (text: string) => string;
const swap =
  (from: string | RegExp, to: string): Change =>
  (text) =>
    text.replace(from, () => to);
const drop = (from: string | RegExp): Change => swap(from, "");
const twice =
  (pattern: RegExp): Change =>
  (text) =>
    text.replace(pattern, (found) => found + found);
/** Members of a JSON object, put before its others. */
const member = (json: string): Change => swap(/^\{/, `{${json},`);
const ofItem = (json: string): Change => swap('"items":[\n{', `"items":[\n{${json},`);
const body = (html: string): Change =>
  swap(/<content:encoded>.*?<\/content:encoded>/s, `<content:encoded><![CDATA[${html}]]></content:encoded>`);
const inChannel = (xml: string): Change => swap("<channel>", `<channel>${xml}`);
const inItem = (xml: string): Change => swap("<item>", `<item>${xml}`);
const inEntry = (xml: string): Change => swap(/<entry[^>]*>/, `<entry xml:lang="en">${xml}`);
const GUID = /<guid isPermaLink="false">[^<]*<\/guid>/;
const ATOM_ID = /(?<=<entry[^>]*>\s*)<id>[^<]*<\/id>/;

const RSS: readonly (readonly [Rule, Change])[] = [
  ["SAXError", drop("</channel>")],
  ["UndefinedElement", inChannel("<blink>x</blink>")],
  ["UnexpectedAttribute", swap("<channel>", '<channel a="b">')],
  ["UnexpectedText", inChannel("text")],
  ["MissingAttribute", drop(' version="2.0"')],
  ["DuplicateElement", twice(/<ttl>.*?<\/ttl>/)],
  ["NotBlank", swap(/<item>\n<title>.*?<\/title>/, "<item>\n<title> </title>")],
  ["BadCharacters", swap("High water", "High\u0092 water")],
  ["UnknownNamespace", swap("<rss ", '<rss xmlns:x="http://x.example/" ')],
  ["UnsupportedNamespace", swap("<rss ", '<rss xmlns:podcast="https://podcastindex.org/namespace/1.0" ')],
  ["ReservedPrefix", swap("http://purl.org/dc/terms/", "http://terms.example/")],
  ["NonstdPrefix", swap("<rss ", '<rss xmlns:d="http://purl.org/dc/elements/1.1/" ')],
  ["MediaRssNamespace", swap("http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss")],
  ["InvalidLanguage", swap("<language>en<", "<language>english<")],
  ["InvalidFullLink", swap(/<link>[^<]*/, "<link>/relative")],
  ["InvalidUriChar", swap(/<link>[^<]*/, "<link>https://a.example/{x}")],
  ["ImplausibleDate", swap(/<pubDate>[^<]*/, "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT")],
  ["ContainsHTML", swap("High water", "High &lt;b>water&lt;/b>")],
  ["SecurityRisk", body("<script>x</script>")],
  ["SecurityRiskAttr", body('<p onclick="x">x</p>')],
  ["DangerousStyleAttr", body('<p style="position:fixed">x</p>')],
  ["NotHtml", body("<p>x<div></p></div>")],
  ["NotHtml", body("<MyCard />")],
  ["ContainsRelRef", body('<a href="/x">x</a>')],
  ["MissingHref", inChannel('<atom:link rel="hub"/>')],
  ["UnregisteredAtomLinkRel", swap('rel="hub"', 'rel="nub"')],
  ["AttrNotBlank", swap('rel="hub"', 'rel=""')],
  ["InvalidIRI", inChannel('<atom:link rel="hub" href="nowhere"/>')],
  ["SelfNotAtom", swap(/(?<=rel="self"[^>]*)application\/rss\+xml/, "text/html")],
  ["SelfDoesntMatchLocation", swap(`${ORIGIN}/rss.xml`, `${ORIGIN}/other.xml`)],
  ["RelativeSelf", swap(`${ORIGIN}/rss.xml`, "/rss.xml")],
  ["AtomLinkNotEmpty", inChannel('<atom:link rel="hub" href="https://h.example/">x</atom:link>')],
  ["InvalidMIMEType", swap('type="application/atom+xml"', 'type="atom"')],
  ["InvalidPositiveInteger", swap(/<ttl>\d+/, "<ttl>0")],
  ["InvalidMediaMedium", swap('medium="image"', 'medium="picture"')],
  ["InvalidMediaTextType", swap("<media:description>", '<media:description type="text">')],
  ["InvalidRSSVersion", swap('version="2.0"', 'version="2.1"')],
  ["MissingTitle", drop(/<title>The Sample<\/title>/g)],
  ["MissingLink", drop(/<link>[^<]*<\/link>/)],
  ["MissingDescription", drop(/<description>[^<]*<\/description>/)],
  ["MissingDCLanguage", drop("<language>en</language>")],
  ["MissingAtomSelfLink", swap('rel="self"', 'rel="related"')],
  [
    "ItemMustContainTitleOrDescription",
    swap(/<item>.*?<\/item>/s, "<item><guid>https://a.example/</guid></item>"),
  ],
  ["MissingGuid", drop(GUID)],
  ["NotSufficientlyUnique", swap(GUID, '<guid isPermaLink="false">7</guid>')],
  ["DuplicateValue", (text) => text.replaceAll(/<guid.*?<\/guid>/g, "<guid>https://a.example/</guid>")],
  ["InvalidHttpGUID", swap(GUID, "<guid>a-1</guid>")],
  ["InvalidPermalink", swap('isPermaLink="false"', 'isPermaLink="true"')],
  ["InvalidBooleanAttribute", swap('isPermaLink="false"', 'isPermaLink="no"')],
  ["InvalidRFC2822Date", swap(/<pubDate>[^<]*/, "<pubDate>2026-01-01")],
  ["ProblematicalRFC822Date", swap(/<pubDate>[^<]*/, "<pubDate>Thu, 01 Jan 26 00:00 GMT")],
  ["IncorrectDOW", swap(/<pubDate>[^<]*/, "<pubDate>Fri, 01 Jan 2026 00:00:00 GMT")],
  ["InvalidW3CDTFDate", inItem("<dcterms:modified>yesterday</dcterms:modified>")],
  ["CharacterData", swap("High water", "High &lt;b>water")],
  ["MisplacedItem", swap("</channel>", "<category>x</category></channel>")],
  ["NeedDescriptionBeforeContent", drop(/(?<=<item>.*?)<description>.*?<\/description>/s)],
  ["DuplicateEnclosure", twice(/<enclosure[^>]*\/>/)],
  ["InvalidIntegerAttribute", swap('length="9" type="audio', 'length="long" type="audio')],
  ["UseZeroForUnknown", swap('length="9" type="audio', 'length="-1" type="audio')],
  ["InvalidMIMEAttribute", swap('type="audio/mpeg"', 'type="mp3"')],
  ["InvalidURLAttribute", swap("https://cdn.example/a.mp3", "ftp://cdn.example/a.mp3")],
  ["InvalidContact", inItem("<author>Bo</author>")],
  ["MissingRealName", inItem("<author>bo@news.example</author>")],
  ["EmailFormat", inItem("<author>Bo bo@news.example</author>")],
  ["DuplicateItemSemantics", inItem("<author>bo@news.example (Bo)</author>")],
  ["DuplicateSemantics", inChannel("<dc:language>en</dc:language>")],
  ["UseOfExtensionAttr", swap("<channel>", '<channel dc:x="y">')],
  ["NotInANamespace", inItem('<x:a xmlns:x="http://x.example/"><b>x</b></x:a>')],
  ["ImageTitleDoesntMatch", swap(/(<image>.*?<title>)/s, "<image><title>Other</title><title>")],
  [
    "ImageLinkDoesntMatch",
    swap(
      /<image>.*?<\/image>/s,
      "<image><url>https://a.example/a.png</url><title>The Sample</title><link>https://other.example/</link></image>",
    ),
  ],
  ["ImageUrlFormat", swap("icon.png", "icon.webp")],
  ["AvoidTextInput", inChannel("<textInput/>")],
  ["InvalidHour", swap("<hour>1<", "<hour>24<")],
  ["NotEnoughHoursInTheDay", swap("<hour>1</hour>", "<hour>1</hour>".repeat(25))],
  ["InvalidDay", swap("<day>Sunday<", "<day>Sonntag<")],
  ["EightDaysAWeek", swap("<day>Sunday</day>", "<day>Sunday</day>".repeat(8))],
  ["InvalidUpdatePeriod", swap("hourly", "often")],
];

const ATOM: readonly (readonly [Rule, Change])[] = [
  ["MissingElement", drop(/<id>.*?<\/id>/)],
  ["MissingSelf", swap('rel="self"', 'rel="related"')],
  ["DuplicateAtomLink", twice(/<link rel="alternate"[^>]*\/>/)],
  ["MisplacedMetadata", swap("</feed>", "<category term='x'/></feed>")],
  ["DuplicateEntries", (text) => text.replaceAll(/(<entry[^>]*>\s*)<id>.*?<\/id>/g, "$1<id>urn:x-y:1</id>")],
  ["DuplicateUpdated", (text) => text.replaceAll(/<updated>[^<]*/g, "<updated>2026-01-01T00:00:00Z")],
  ["NonCanonicalURI", swap(ATOM_ID, "<id>https://NEWS.example/</id>")],
  ["UnexpectedWhitespace", swap(ATOM_ID, "<id> urn:x-y:1</id>")],
  ["InvalidUUID", swap(ATOM_ID, "<id>urn:uuid:1</id>")],
  ["InvalidURN", swap(ATOM_ID, "<id>urn:1</id>")],
  ["InvalidTAG", swap(ATOM_ID, "<id>tag:news.example:1</id>")],
  ["InvalidRFC3339Date", swap(/<published>[^<]*/, "<published>2026-01-01")],
  ["ContainsUndeclaredHTML", swap("High water", "High &lt;b>water&lt;/b>")],
  ["ContainsEmail", swap("<name>Ada", "<name>Ada &lt;ada@news.example>")],
  ["InvalidAddrSpec", swap("<email>ada@news.example", "<email>ada")],
  ["InvalidTextType", swap('<title type="text"', '<title type="plain"')],
  ["MissingTextualContent", drop(/<summary.*?<\/content>/s)],
  [
    "MissingContentOrAlternate",
    (text) => text.replace(/(<entry.*?)<link rel="alternate"[^>]*\/>(.*?)<summary.*?<\/content>/s, "$1$2"),
  ],
  ["MissingSourceElement", drop(/(?<=<source>)<id>[^<]*<\/id>/)],
  ["FeedHistoryRelInEntry", inEntry('<link rel="next-archive" href="https://a.example/"/>')],
  ["AvoidNamespacePrefix", swap("<feed ", '<feed xmlns:atom="http://www.w3.org/2005/Atom" ')],
  [
    "FeedRelInCompleteFeed",
    swap(/(?<=<feed[^>]*)>/, ' xmlns:fh="http://purl.org/syndication/history/1.0"><fh:complete/>'),
  ],
];

const ARCHIVE: readonly (readonly [Rule, Change])[] = [
  ["MissingCurrentInArchive", swap('rel="current"', 'rel="related"')],
  ["ArchiveIncomplete", (text) => text.replaceAll(/rel="(prev|next)-archive"/g, 'rel="related"')],
];

const OPML: readonly (readonly [Rule, Change])[] = [
  ["InvalidOPMLVersion", swap('version="2.0"', 'version="3.0"')],
  ["MissingXmlURL", drop(/ xmlUrl="[^"]*"/)],
  ["MissingTitleAttr", drop(/ title="[^"]*"/)],
  ["MissingOutlineType", drop(' type="rss"')],
  ["InvalidOutlineVersion", swap(' type="rss"', ' type="rss" version="Atom"')],
];

const PODCAST: readonly (readonly [Rule, Change])[] = [
  ["MissingItunesElement", drop(/<itunes:category[^>]*\/>/)],
  ["MissingItunesEmail", drop(/<itunes:owner>.*?<\/itunes:owner>/)],
  ["UnsupportedItunesFormat", swap("a.mp3", "a.ogg")],
  ["InvalidItunesCategory", swap('text="News"', 'text="Newspapers"')],
  ["InvalidTrueFalse", swap("<itunes:explicit>false", "<itunes:explicit>no")],
  ["InvalidDuration", swap("<itunes:duration>60", "<itunes:duration>a minute")],
];

const JSON_FEED: readonly (readonly [Rule, Change])[] = [
  ["NotJson", swap(/\}\s*$/, "")],
  ["JsonVersion", swap("version/1.1", "version/1")],
  ["JsonMissing", drop(/"title":"The Sample",/)],
  ["JsonType", swap('"title":"The Sample"', '"title":1')],
  ["JsonUnknown", member('"colour":1')],
  ["JsonDeprecated", member('"author":{"name":"Ada"}')],
  ["JsonBlank", swap('"title":"The Sample"', '"title":""')],
  ["JsonUrl", swap(/"home_page_url":"[^"]*"/, '"home_page_url":"/"')],
  ["JsonDate", swap(/"date_published":"[^"]*"/, '"date_published":"yesterday"')],
  ["JsonDates", drop(/"date_modified":"[^"]*",/)],
  ["JsonDuplicateId", (text) => text.replaceAll(/"id":"[^"]*"/g, '"id":"1"')],
  ["JsonContent", swap('"content_html"', '"_content"')],
  ["JsonSelf", swap('/feed.json"', '/other.json"')],
  ["JsonNextUrl", swap(/"next_url":"[^"]*"/, `"next_url":"${ORIGIN}/feed.json"`)],
  ["JsonExtension", ofItem('"_a.b":{"c":1}')],
];

const DOCUMENTS = {
  RSS: ["/rss.xml", "application/rss+xml", RSS],
  Atom: ["/atom.xml", "application/atom+xml", ATOM],
  "an archived document": ["/archive/1/atom.xml", "application/atom+xml", ARCHIVE],
  OPML: ["/feeds.opml", "text/x-opml", OPML],
  "a podcast": ["/podcast.xml", "application/rss+xml", PODCAST],
  "JSON Feed": ["/feed.json", "application/feed+json", JSON_FEED],
} as const;

for (const [name, [path, mediaType, changes]] of Object.entries(DOCUMENTS))
  describe(name, () => {
    const rulesIn = (text: string, type: string = mediaType) =>
      findingsIn(text, { address: ORIGIN + path, mediaType: type, now: Date.parse(NOW) }).map(
        ({ rule }) => rule,
      );

    test("breaks no rule as it is, or one that its own vocabulary does", async () => {
      const rules = rulesIn(await textAt(asked, path));
      expect(rules).toEqual(path === "/podcast.xml" ? ["UnsupportedNamespace"] : []);
    });

    test("has its own media type", async () => {
      expect(rulesIn(await textAt(asked, path), "text/plain")).toContain("UnexpectedContentType");
    });

    test.each(changes)("is found out: %s", async (rule, change) => {
      const text = await textAt(asked, path);
      const changed = change(text);
      expect(changed).not.toBe(text);
      expect(rulesIn(changed)).toContain(rule);
    });
  });

test("every rule was made to fail", () => {
  const tried = new Set<string>(
    Object.values(DOCUMENTS).flatMap(([, , changes]) => changes.map(([rule]) => rule)),
  );
  expect(Object.keys(RULES).filter((rule) => !tried.has(rule))).toEqual(["UnexpectedContentType"]);
});
