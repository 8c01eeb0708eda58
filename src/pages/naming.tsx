import { nameOfLanguage } from "../articles/language-tag.ts";
import { inLanguage } from "../articles/publication.ts";
import type { Channel } from "../feeds/channels.ts";
import type { Place } from "../feeds/place.ts";
import { marked } from "./layout.tsx";

interface Named {
  readonly channel: Channel;
  readonly place: Place;
  /** The language of the words around the name. */
  readonly around: string;
}

/** What a channel is called among words of a language: topics as the publication calls them there, languages as that language does. */
export function nameIn({ channel, place, around }: Named): string {
  if (channel.kind === "topics") {
    const topic = topicOf(channel, place);
    return topic ? inLanguage(topic.title, around, place.publication.language) : channel.name;
  }
  if (channel.kind === "languages") return nameOfLanguage(channel.language, around);
  return channel.name;
}

const topicOf = ({ path }: Channel, { publication }: Place) =>
  publication.topics.find(({ id }) => path === `/topics/${encodeURIComponent(id)}`);

/** The name as it stands in a page: names of people and outlets are of no language. */
export const Name = (named: Named) => (
  <span {...marked(languageOf(named), named.around)}>{nameIn(named)}</span>
);

function languageOf({ channel, place, around }: Named): string {
  const { language } = place.publication;
  if (channel.kind === "topics") {
    const title = topicOf(channel, place)?.title ?? {};
    const isTold = [around, around.split("-")[0] ?? ""].some((tag) => Object.hasOwn(title, tag));
    return isTold ? around : language;
  }
  return channel.kind === "everything" || channel.kind === "combination" ? language : around;
}
