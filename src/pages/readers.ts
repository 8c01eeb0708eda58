import type { AnyFormat } from "../feeds/formats.ts";

/** A reader on the web, and where it takes an address to subscribe to. */
interface WebReader {
  readonly name: string;
  /** The document that it is given: Atom says most, and readers know it best after RSS. */
  readonly format: AnyFormat;
  readonly opening: (address: string) => string;
}

const encoded = encodeURIComponent;

export const READERS: readonly WebReader[] = [
  {
    name: "Feedly",
    format: "feedly",
    opening: (address) => `https://feedly.com/i/subscription/feed%2F${encoded(address)}`,
  },
  {
    name: "Inoreader",
    format: "atom",
    opening: (address) => `https://www.inoreader.com/?add_feed=${encoded(address)}`,
  },
  {
    name: "NewsBlur",
    format: "atom",
    opening: (address) => `https://www.newsblur.com/?url=${encoded(address)}`,
  },
  {
    name: "The Old Reader",
    format: "atom",
    opening: (address) => `https://theoldreader.com/feeds/subscribe?url=${encoded(address)}`,
  },
];
