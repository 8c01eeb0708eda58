import { plainSpaced } from "./characters.ts";

/** Offsets of the zones that texts name, taken literally: MEZ is +01:00, also in June. */
const ZONES: Readonly<Record<string, string>> = {
  UTC: "+00:00",
  GMT: "+00:00",
  Z: "+00:00",
  غرينتش: "+00:00",
  جرينتش: "+00:00",
  WET: "+00:00",
  WEZ: "+00:00",
  WEST: "+01:00",
  WESZ: "+01:00",
  BST: "+01:00",
  CET: "+01:00",
  MEZ: "+01:00",
  HEC: "+01:00",
  HNEC: "+01:00",
  CEST: "+02:00",
  MESZ: "+02:00",
  HAEC: "+02:00",
  SAST: "+02:00",
  EET: "+02:00",
  OEZ: "+02:00",
  EEST: "+03:00",
  OESZ: "+03:00",
  MSK: "+03:00",
  МСК: "+03:00",
  TRT: "+03:00",
  TSİ: "+03:00",
  PKT: "+05:00",
  WIB: "+07:00",
  HKT: "+08:00",
  SGT: "+08:00",
  AWST: "+08:00",
  JST: "+09:00",
  KST: "+09:00",
  AEST: "+10:00",
  AEDT: "+11:00",
  NZST: "+12:00",
  NZDT: "+13:00",
  NST: "-03:30",
  NDT: "-02:30",
  ART: "-03:00",
  BRT: "-03:00",
  ADT: "-03:00",
  EDT: "-04:00",
  HNA: "-04:00",
  HAA: "-03:00",
  HAE: "-04:00",
  HNE: "-05:00",
  HAC: "-05:00",
  HNC: "-06:00",
  HAR: "-06:00",
  HNR: "-07:00",
  HAP: "-07:00",
  HNP: "-08:00",
  COT: "-05:00",
  PET: "-05:00",
  CLT: "-04:00",
  CLST: "-03:00",
  UYT: "-03:00",
  EAT: "+03:00",
  PHT: "+08:00",
  MYT: "+08:00",
  NPT: "+05:45",
  EST: "-05:00",
  CDT: "-05:00",
  MDT: "-06:00",
  MST: "-07:00",
  PDT: "-07:00",
  PST: "-08:00",
  AKDT: "-08:00",
  AKST: "-09:00",
  HST: "-10:00",
};

/** Abbreviations that mean several zones, decided by the language of the text; in any other they are left as local. */
const BY_LANGUAGE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  IST: {
    "en-IN": "+05:30",
    hi: "+05:30",
    bn: "+05:30",
    ta: "+05:30",
    te: "+05:30",
    mr: "+05:30",
    he: "+02:00",
    ga: "+01:00",
  },
  CST: { zh: "+08:00", "en-CN": "+08:00", "en-US": "-06:00" },
  // In other languages these are words or nothing; in American English the time of the season.
  ET: { en: "America/New_York", "en-US": "America/New_York" },
  PT: { en: "America/Los_Angeles", "en-US": "America/Los_Angeles" },
};

/** What writers call the time of a country's capital, in lower case: zones of the IANA database, as some change with the seasons. */
const SPOKEN: Readonly<Record<string, string>> = {
  "за київським часом": "Europe/Kyiv",
  "за києвом": "Europe/Kyiv",
  "по московскому времени": "Europe/Moscow",
  "по москве": "Europe/Moscow",
  "по киеву": "Europe/Kyiv",
  "czasu polskiego": "Europe/Warsaw",
  "czasu warszawskiego": "Europe/Warsaw",
  "שעון ישראל": "Asia/Jerusalem",
  "türkiye saatiyle": "Europe/Istanbul",
  "türkiye saati ile": "Europe/Istanbul",
  "hora peninsular española": "Europe/Madrid",
  "hora peninsular": "Europe/Madrid",
  "hora de españa": "Europe/Madrid",
  "hora de madrid": "Europe/Madrid",
  "hora de méxico": "America/Mexico_City",
  "hora del centro de méxico": "America/Mexico_City",
  "hora de argentina": "America/Argentina/Buenos_Aires",
  "hora argentina": "America/Argentina/Buenos_Aires",
  "hora de chile": "America/Santiago",
  "hora de colombia": "America/Bogota",
  "hora colombiana": "America/Bogota",
  "hora de lisboa": "Europe/Lisbon",
  "horário de brasília": "America/Sao_Paulo",
  "hora de brasília": "America/Sao_Paulo",
  "heure de paris": "Europe/Paris",
  "heure française": "Europe/Paris",
  "heure de bruxelles": "Europe/Brussels",
  "heure de montréal": "America/Toronto",
  "ora italiana": "Europe/Rome",
  "nederlandse tijd": "Europe/Amsterdam",
  "uk time": "Europe/London",
  "london time": "Europe/London",
  "irish time": "Europe/Dublin",
  "eastern time": "America/New_York",
  "central time": "America/Chicago",
  "pacific time": "America/Los_Angeles",
  "mountain time": "America/Denver",
  "moscow time": "Europe/Moscow",
  "kyiv time": "Europe/Kyiv",
  "بتوقيت القاهرة": "Africa/Cairo",
  "بتوقيت مصر": "Africa/Cairo",
  "بتوقيت مكة المكرمة": "Asia/Riyadh",
  "بتوقيت مكة": "Asia/Riyadh",
  "بتوقيت السعودية": "Asia/Riyadh",
  "بتوقيت الرياض": "Asia/Riyadh",
  "بتوقيت بيروت": "Asia/Beirut",
  "بتوقيت دمشق": "Asia/Damascus",
  "بتوقيت بغداد": "Asia/Baghdad",
  "بتوقيت الإمارات": "Asia/Dubai",
  "بتوقيت القدس": "Asia/Jerusalem",
  "भारतीय समयानुसार": "Asia/Kolkata",
  日本時間: "Asia/Tokyo",
  한국시간: "Asia/Seoul",
  北京时间: "Asia/Shanghai",
  台灣時間: "Asia/Taipei",
};

/** The IANA zone that a phrase names. */
export const zoneSpoken = (phrase: string): string | undefined =>
  SPOKEN[phrase.toLowerCase().replace(/\s+/gu, " ")];

export const SPOKEN_ZONES: readonly string[] = Object.keys(SPOKEN);

/** Every abbreviation that is known, longest first: made for a regular expression. */
export const ZONE_NAMES: readonly string[] = [...Object.keys(ZONES), ...Object.keys(BY_LANGUAGE)].sort(
  (a, b) => b.length - a.length,
);

const AS_OFFSET = /(?:UTC|GMT)\s?[+\-−–]\d{1,2}(?::?\d{2})?|[+\-−]\d{2}:?\d{2}(?!\d)/iuy;
const WORD = /[\p{L}\d]+/uy;
const NAMES: ReadonlySet<string> = new Set(ZONE_NAMES);
const LONGEST_SPOKEN = Math.max(...SPOKEN_ZONES.map((phrase) => phrase.length));

/** The zone that a text names right at a place; its word may be glued to one of some labels, in lower case. */
export function zoneAt(text: string, at: number, labels: readonly string[]): string | undefined {
  const opening = plainSpaced(text.slice(at, at + LONGEST_SPOKEN).toLowerCase());
  const spoken = SPOKEN_ZONES.find((phrase) => opening.startsWith(phrase));
  if (spoken) return text.slice(at, at + spoken.length);
  AS_OFFSET.lastIndex = at;
  WORD.lastIndex = at;
  const offset = AS_OFFSET.exec(text)?.[0];
  const word = WORD.exec(text)?.[0] ?? "";
  if (offset || word === "") return offset;
  const upper = word.toUpperCase();
  return NAMES.has(upper) ? word : glued(text.slice(at), upper, labels);
}

function glued(text: string, upper: string, labels: readonly string[]): string | undefined {
  const name = ZONE_NAMES.find((name) => {
    if (!upper.startsWith(name)) return false;
    const rest = plainSpaced(text.slice(name.length)).toLowerCase();
    return labels.some((label) => rest.startsWith(label));
  });
  return name && text.slice(0, name.length);
}

/** The offset (`+01:00`) of a zone's name or of `UTC+3`, `GMT-03:00`, `+0530`; nothing where it is not certain. */
export function offsetOf(zone: string, language: string): string | undefined {
  const shift = /^(?:UTC|GMT)?\s?([+\-−–])(\d{1,2}):?(\d{2})?$/u.exec(zone);
  if (shift) return `${shift[1] === "+" ? "+" : "-"}${(shift[2] ?? "").padStart(2, "0")}:${shift[3] ?? "00"}`;
  const name = zone.toLocaleUpperCase("en");
  return (
    ZONES[name] ?? BY_LANGUAGE[name]?.[language] ?? BY_LANGUAGE[name]?.[language.split("-")[0] ?? language]
  );
}
