import type { Words } from "./words.ts";

export const en: Words = {
  monthFirst: true,
  months: { sept: 9 },
  hours: ["o'clock", "o’clock"],
  published: ["published on", "published at", "published", "posted on", "posted", "first published"],
  updated: [
    "last updated on",
    "last updated",
    "last modified on",
    "last modified",
    "updated on",
    "updated at",
    "updated",
    "this article was updated",
    "this story was updated",
    "this article was last updated",
    "this article has been updated",
    "this story has been updated",
  ],
  by: ["written by", "text by", "story by", "words by", "by"],
  and: ["and", "&"],
  neighbours: ["prev", "next", "previous", "previous article", "next article", "previous post", "next post"],
};
