import { inShards } from "../../src/archive/library.ts";
import type { Root } from "../../src/archive/root.ts";
import type { Read } from "../../src/archive/stacks.ts";
import { archiveWriter } from "../../src/archive/writer.ts";
import type { Article } from "../../src/articles/article.ts";
import { newestFirst } from "../../src/articles/order.ts";
import type { Publication } from "../../src/articles/publication.ts";
import { windowOf } from "../../src/feeds/documents.ts";
import type { OpenLibrary } from "../../src/feeds/library.ts";

/** An archive whose files are in memory, by their names. */
export interface Kept {
  readonly root: Root;
  readonly files: Map<string, Uint8Array>;
  readonly newest: readonly Article[];
}

const bytesOf = (article: Article): Uint8Array => new TextEncoder().encode(JSON.stringify(article));

/** Archives articles as the build does. */
export function archived(publication: Publication, articles: readonly Article[]): Kept {
  const files = new Map<string, Uint8Array>();
  const writer = archiveWriter(publication, ({ name, bytes }) => files.set(name, bytes));
  const sorted = articles.toSorted(newestFirst);
  const dated = sorted.filter(({ published }) => published !== undefined).reverse();
  const undated = sorted.filter(({ published }) => published === undefined);
  for (const article of [...dated, ...undated]) writer.add(article, bytesOf(article));
  const [stack, loose] = [dated, undated].map((some) => some.filter(({ withdrawn }) => !withdrawn));
  const at = (place: number) => (place < 0 ? loose?.[-1 - place] : stack?.[place]);
  const root = writer.finish((place) => {
    const article = at(place);
    if (!article) throw new Error(`no article at ${place}`);
    return bytesOf(article);
  });
  return { root, files, newest: (stack ?? []).slice(-windowOf(publication.entries)).reverse() };
}

/** A library of them. */
export const libraryOf = (
  publication: Publication,
  { root, files, newest }: Kept,
  read: Read = async (name) => files.get(name),
): OpenLibrary => inShards({ publication, root, newest }, read);
