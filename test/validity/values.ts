/** Checks of single values: each gives the rules that it breaks. */
import type { Rule } from "./rules.ts";

export type Check = (value: string, asked: { readonly now: number }) => readonly Rule[];

const unless = (rule: Rule, holds: boolean): readonly Rule[] => (holds ? [] : [rule]);

const URI = /^[a-zA-Z][0-9a-zA-Z+\-.]*:(\/\/)?[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#]+$/;
const UUID = /^urn:uuid:[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const URN = /^urn:[a-z0-9][a-z0-9-]{1,31}:([a-z0-9()+,.:=@;$_!*'-]|%[\da-f]{2})+$/i;
const TAG = /^tag:([a-z0-9\-._]+?@)?[a-z0-9.-]+?,\d{4}(-\d{2}(-\d{2})?)?:[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#]*$/;

const OF_URIS = /[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#]|\P{ASCII}/gu;

function uriFaults(value: string, fault: Rule): readonly Rule[] {
  if (/^tag:/i.test(value)) return unless("InvalidTAG", TAG.test(value));
  if (/^urn:uuid:/i.test(value)) return unless("InvalidUUID", UUID.test(value));
  if (/^urn:/i.test(value)) return unless("InvalidURN", URN.test(value));
  if (value.replace(OF_URIS, "") !== "") return ["InvalidUriChar"];
  if (!URI.test(value)) return [fault];
  return unless(fault, !/^https?:/i.test(value) || /^https?:\/\/[^/]/i.test(value));
}

/** A whole URI. */
export const uri = (value: string): readonly Rule[] => uriFaults(value, "InvalidFullLink");

export const iri = (value: string): readonly Rule[] => uriFaults(value, "InvalidIRI");

/** An id by which readers compare: no other way to write it means the same. */
export function canonicalUri(value: string): readonly Rule[] {
  const text = value.trim();
  const faults = [...iri(text), ...unless("UnexpectedWhitespace", text === value)];
  const written = /^https?:/i.test(text) && URL.canParse(text) ? new URL(text).href : text;
  return [...faults, ...unless("NonCanonicalURI", written === text)];
}

export const webAddress = (value: string): readonly Rule[] =>
  unless(
    "InvalidURLAttribute",
    /^https?:\/\/([a-z0-9-]+\.)+[a-z0-9][-a-z0-9]*(:\d+)?(\/|$)/i.test(value) && URI.test(value),
  );

const MEDIA_TYPE =
  /^[^\s()<>,;:\\"/[\]?=]+\/[^\s()<>,;:\\"/[\]?=]+(\s*;\s*[^\s()<>,;:\\"/[\]?=]+=("(\\"|[^"])*"|[^\s()<>,;:\\"/[\]?=]+))*$/;
export const mediaType =
  (rule: Rule): Check =>
  (value) =>
    unless(rule, MEDIA_TYPE.test(value));

export const language: Check = (value) =>
  unless("InvalidLanguage", /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(value));

const MAIL = /^[a-z0-9_\-+.']+@(([0-9]{1,3}\.){3}|([a-z0-9-]+\.)+)[a-z0-9][-a-z0-9]*$/i;
export const mail =
  (rule: Rule): Check =>
  (value) =>
    unless(rule, MAIL.test(value));
/** Someone in RSS: an e-mail address, and a name in brackets. */
export function contact(value: string): readonly Rule[] {
  if (!value.includes("@")) return ["InvalidContact"];
  if (value.endsWith(")")) return mail("InvalidContact")(value.replace(/ \(.*\)$/, ""), { now: 0 });
  return value.includes(" ") ? ["EmailFormat"] : ["MissingRealName"];
}

export const positive: Check = (value) => unless("InvalidPositiveInteger", /^\s*0*[1-9]\d*\s*$/.test(value));

const TEN_MINUTES = 600_000;
const plausible = (value: string, now: number) =>
  unless("ImplausibleDate", Date.parse(value) <= now + TEN_MINUTES && Date.parse(value) >= Date.UTC(1990));

const RFC_2822 =
  /^((Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d\d? (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d(:\d\d)? ([+-]?\d\d[03]0|UT|GMT|[ECMP][SD]T|Z)$/;
const RFC_822 =
  /^((mon|tue|wed|thu|fri|sat|sun)\s*,\s*)?\d\d?\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\s+\d\d(\d\d)?\s+\d\d:\d\d(:\d\d)?(\s+([+-]\d{4}|ut|gmt|[ecmp][sd]t|[a-ik-z]))?$/i;
export const rssDate: Check = (value, { now }) => {
  if (!RFC_2822.test(value)) return [RFC_822.test(value) ? "ProblematicalRFC822Date" : "InvalidRFC2822Date"];
  const [, said] = /^(\w{3}),/.exec(value) ?? [];
  const date = new Date(value.replace(/^\w{3}, /, ""));
  if (Number.isNaN(date.getTime())) return ["InvalidRFC2822Date"];
  if (said && !date.toUTCString().startsWith(said)) return ["IncorrectDOW"];
  return plausible(value, now);
};

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
export const isRfc3339 = (value: string): boolean =>
  RFC_3339.test(value) && !Number.isNaN(Date.parse(value)) && isDay(value.slice(0, 10));
const isDay = (day: string) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false;
export const atomDate: Check = (value, { now }) => {
  if (value !== value.trim()) return ["UnexpectedWhitespace"];
  return isRfc3339(value) ? plausible(value, now) : ["InvalidRFC3339Date"];
};
export const w3cDate: Check = (value, { now }) =>
  /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d*)?)?(Z|[+-]\d\d:\d\d))?)?)?$/.test(value)
    ? plausible(value, now)
    : ["InvalidW3CDTFDate"];

export const oneOf =
  (rule: Rule, words: readonly string[]): Check =>
  (value) =>
    unless(rule, words.includes(value));
export const nonblank: Check = (value) => unless("NotBlank", value.trim() !== "");
export const matches =
  (rule: Rule, pattern: RegExp): Check =>
  (value) =>
    unless(rule, pattern.test(value));
