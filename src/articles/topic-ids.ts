import * as v from "valibot";
import type { Located } from "./located.ts";
import { type Problem, quote } from "./problem.ts";

/** A topic's id: its segment in addresses. */
export const segment = v.pipe(
  v.string("a text"),
  v.trim(),
  v.regex(
    /^[\p{Ll}\p{Lo}\p{M}\p{Nd}]+(-[\p{Ll}\p{Lo}\p{M}\p{Nd}]+)*$/u,
    "lower-case letters, digits and hyphens",
  ),
);
const identified = v.looseObject({ topics: v.array(v.looseObject({ id: v.exactOptional(v.unknown()) })) });

/** Ids that two topics have. */
export function topicsTwice({ value, lineOf }: Located): readonly Problem[] {
  const ids = v.is(identified, value)
    ? value.topics.map(({ id }) => (typeof id === "string" ? id.trim() : undefined))
    : [];
  return ids.flatMap((id, i) =>
    id !== undefined && ids.indexOf(id) < i
      ? [{ line: lineOf(["topics", i, "id"]), expected: "a topic id of its own", found: `"${id}" again` }]
      : [],
  );
}

const moving = v.looseObject({
  topics: v.array(
    v.looseObject({ id: v.exactOptional(v.unknown()), moved_to: v.exactOptional(v.unknown()) }),
  ),
});

/** Topics that have moved to none that there is. */
export function movedNowhere({ value, lineOf }: Located): readonly Problem[] {
  const topics = v.is(moving, value) ? value.topics : [];
  const ids = new Set(topics.flatMap((one) => (isFormer(one) ? [] : [one.id])));
  return topics.flatMap(({ moved_to }, i) =>
    !v.is(segment, moved_to) || ids.has(moved_to)
      ? []
      : [{ line: lineOf(["topics", i, "moved_to"]), expected: "the id of a topic", found: quote(moved_to) }],
  );
}

/** Whether a table is that of a topic that is no more. */
export const isFormer = (topic: object): boolean => "moved_to" in topic || "retired" in topic;
