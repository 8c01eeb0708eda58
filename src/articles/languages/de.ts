import type { Words } from "./words.ts";

export const de: Words = {
  monthFirst: false,
  months: { jänner: 1, jän: 1, feber: 2, mrz: 3 },
  hours: ["uhr"],
  published: [
    "veröffentlicht am",
    "veröffentlicht",
    "erstellt am",
    "erschienen am",
    "publiziert am",
    "stand",
  ],
  updated: [
    "zuletzt aktualisiert am",
    "zuletzt aktualisiert",
    "aktualisiert am",
    "aktualisiert um",
    "aktualisiert",
    "dieser artikel wurde aktualisiert",
    "geändert am",
    "letzte aktualisierung",
    "letzte änderung",
  ],
  by: ["text von", "text", "autor", "autorin", "von"],
  and: ["und", "u.", "&"],
  neighbours: [
    "vorheriger",
    "nächster",
    "vorheriger artikel",
    "nächster artikel",
    "vorheriger beitrag",
    "nächster beitrag",
  ],
};
