/** A reader on the web, and where it takes an address to subscribe to. */
interface WebReader {
  readonly name: string;
  readonly opening: (address: string) => string;
}

const encoded = encodeURIComponent;

export const READERS: readonly WebReader[] = [
  {
    name: "Feedly",
    opening: (address) => `https://feedly.com/i/subscription/feed%2F${encoded(address)}`,
  },
  { name: "Inoreader", opening: (address) => `https://www.inoreader.com/?add_feed=${encoded(address)}` },
  { name: "NewsBlur", opening: (address) => `https://www.newsblur.com/?url=${encoded(address)}` },
  {
    name: "The Old Reader",
    opening: (address) => `https://theoldreader.com/feeds/subscribe?url=${encoded(address)}`,
  },
];
