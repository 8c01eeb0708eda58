/** Every kind of page, by an address of the varied publication. */
export const KINDS = {
  "the front page": "/",
  "the second page behind it": "/?page=2",
  "a topic": "/topics/tides",
  "a language": "/languages/de",
  "a language written from right to left": "/languages/ar",
  "an author": "/authors/ada-brandt",
  "a source": "/sources/the-pier",
  "a combination of two": "/topics/tides/languages/de",
  "an article": "/articles/log-of-the-harbour-master-entry-119",
  "an article with a table, code, pictures and notes": "/articles/measures",
  "an article made by hand": "/articles/by-hand",
  "an article saved from a page": "/articles/sturm-haelt-die-faehren-im-hafen",
  "an article in German": "/articles/in-de",
  "an article in Arabic": "/articles/in-ar",
  "an article in Hebrew": "/articles/in-he",
  "an article in Japanese": "/articles/in-ja",
  "a search that found something": "/search?q=harbour",
  "a search that found nothing": "/search?q=harbuor",
  "where to search": "/search",
  "where to subscribe": "/subscribe",
  "a feed opened as a page": "/rss.xml",
  "a topic's feed opened as a page": "/topics/tides/feed.json",
  "an address that has nothing": "/nothing/here",
  "an article that was withdrawn": "/articles/not-so",
} as const;

/** Titles and addresses, for `test.each`. */
export const EACH_KIND = Object.entries(KINDS);
