import { channelPageOf } from "../feeds/addresses.ts";
import type { ChannelView } from "../http/pages.ts";
import { numbersIn } from "./formatting.ts";
import { marked } from "./layout.tsx";
import { filled, type Spoken } from "./words.ts";

/** The ways to newer and older articles; nothing where all are on one page. */
export function Paging({ view, spoken }: { readonly view: ChannelView; readonly spoken: Spoken }) {
  const { channel, place, page, pages } = view;
  if (pages === 1) return null;
  const { words, language } = spoken;
  const number = numbersIn(language);
  const told = filled(words.pageOf, { page: number.format(page), pages: number.format(pages) });
  return (
    <nav class="paging" aria-label={told} {...marked(language, channel.language)}>
      {page > 1 && (
        <a rel="prev" href={channelPageOf(channel, place.base, page - 1)}>
          {words.newer}
        </a>
      )}
      <span>{told}</span>
      {page < pages && (
        <a rel="next" href={channelPageOf(channel, place.base, page + 1)}>
          {words.older}
        </a>
      )}
    </nav>
  );
}
