import * as v from "valibot";
import type { Customs } from "./facts.ts";
import { readToml, validate } from "./located.ts";
import { bad, good, type Outcome } from "./problem.ts";
import type { Publication } from "./publication.ts";
import { BUNDLED, customs, limits, publication } from "./publication-schema.ts";
import { isFormer, movedNowhere, topicsTwice } from "./topic-ids.ts";

/** Reads `publication.toml`; every fault comes with its line. */
export function readPublication(source: string): Outcome<Publication> {
  const located = readToml(source);
  if (!located.ok) return located;
  const read = validate(publication(languageOf(located.value.value)), located.value);
  const wrong = [...topicsTwice(located.value), ...movedNowhere(located.value)];
  if (!read.ok || wrong.length > 0) return bad(...(read.ok ? [] : read.problems), ...wrong);
  const { time_zone, cache, skip_hours, skip_days, topics: all, bundled: _, ...rest } = read.value;
  const topics = all.flatMap((one) => ("title" in one ? [one] : []));
  const formerTopics = all.flatMap((one) =>
    "title" in one ? [] : [{ id: one.id, ...(one.moved_to && { movedTo: one.moved_to }) }],
  );
  return good({
    ...rest,
    topics,
    formerTopics,
    skipHours: skip_hours,
    skipDays: skip_days,
    timeZone: time_zone,
    cache: {
      maxAge: cache.max_age,
      maxAgeAtMost: Math.max(cache.max_age, cache.max_age_at_most),
      edgeMaxAge: cache.edge_max_age,
      staleWhileRevalidate: cache.stale_while_revalidate,
      staleIfError: cache.stale_if_error,
    },
  });
}

/** Up to how many articles are bundled with the Worker, as `publication.toml` says; it concerns the build alone. */
export function bundledIn(source: string): number {
  const located = readToml(source);
  const read = v.safeParse(limits, located.ok ? located.value.value : undefined);
  return read.success ? read.output.bundled : BUNDLED;
}

/** By what seeds are read where another key of `publication.toml` is at fault: its topics are not known where an id is. */
export function customsOf(source: string | undefined): Customs {
  const located = source === undefined ? undefined : readToml(source);
  const read = v.safeParse(customs, located?.ok ? located.value.value : undefined);
  if (!read.success) return { language: "en", timeZone: "UTC" };
  const { language, time_zone, topics } = read.output;
  return {
    language,
    timeZone: time_zone,
    ...(topics && { topics: new Set(topics.flatMap((one) => (isFormer(one) ? [] : [one.id]))) }),
  };
}

/** A title without a language of its own is in the publication's. */
function languageOf(value: unknown): string {
  const language = typeof value === "object" && value && "language" in value ? value.language : undefined;
  return typeof language === "string" ? language : "en";
}
