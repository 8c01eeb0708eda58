import { invent } from "../bench/seeds.ts";
import { PUBLICATION_TOML, type Seeds, seedOf } from "./publication.ts";

/** Where fixtures have their pictures and sound: nobody answers there but the test. */
export const MEDIA = "https://media.example";

const WRITERS = [
  "Ada Brandt",
  "Ben Okafor",
  "Cleo Varga",
  "Dan Moreno",
  "Eva Haugen",
  "Finn Lefort",
  "Gil Novak",
  "Hana Ellison",
  "Ida Castellani",
  "Jon O’Hara & Sons",
];
const OUTLETS = ["The Pier", "Kirkholm Courier", "Harbour <Weekly>"];
const SHORT = 120;
const FIRST = Date.UTC(2025, 0, 1, 8);
const HOUR = 3_600_000;

/** Text that compresses as natural text does: no two are alike. */
const TEXTS = invent(SHORT * 10)
  .filter(({ language }) => language === "en")
  .map(({ paragraphs }) => paragraphs.join("\n\n"));

/** So many articles that there are three pages. */
const shortSeeds = (): Seeds =>
  Object.fromEntries(
    Array.from({ length: SHORT }, (_, i) => {
      const number = String(i + 1).padStart(3, "0");
      const facts = {
        title: `Log of the harbour master, entry ${number}`,
        date: new Date(FIRST + i * HOUR).toISOString(),
        language: "en",
        author: WRITERS[i % WRITERS.length],
        ...(i % 4 === 0 && { source: OUTLETS[i % OUTLETS.length] }),
        topics: i % 2 === 0 ? ["tides"] : ["harbours"],
      };
      return [`short/${number}.md`, seedOf(facts, TEXTS[i] ?? "")];
    }),
  );

const LONG = "Donaudampfschifffahrtsgesellschaftskapitänsgewerkschaftsvorsitzender";

/** One article in each of some languages. */
const LANGUAGES = {
  de: {
    title: "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle schließt über Mittag",
    text: "Die Verwaltung teilte mit, dass die Rechtsschutzversicherungsgesellschaftenvereinigung und die Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung davon nicht berührt seien.",
  },
  ar: {
    title: "ارتفاع المد في الميناء القديم يفاجئ الصيادين",
    text: "قال مدير الميناء إن منسوب المياه بلغ 3.5 أمتار صباح اليوم، وإن السفينة “Atlas” بقيت في مكانها حتى المساء.",
  },
  es: {
    title: "El puerto viejo amanece con la marea más alta del año",
    text: "Los pescadores volvieron antes del mediodía y contaron que el agua cubría los muelles. ¿Volverá a subir mañana?",
  },
  fr: {
    title: "La marée haute surprend les pêcheurs du vieux port",
    text: "« Nous n’avions rien vu venir », a dit le capitaine ; l’eau est montée de trois mètres en une heure.",
  },
  he: {
    title: "הגאות בנמל הישן הפתיעה את הדייגים",
    text: "מנהל הנמל אמר שהמים עלו בשלושה מטרים בתוך שעה, ושהספינה “Atlas” נשארה במקומה עד הערב.",
  },
  ja: {
    title: "旧港で今年最高の潮位を観測",
    text: "港湾長によると、今朝の潮位は三・五メートルに達し、漁船は夕方まで港にとどまった。被害は報告されていない。",
  },
} as const;

const languageSeeds = (): Seeds =>
  Object.fromEntries(
    Object.entries(LANGUAGES).map(([language, { title, text }], i) => [
      `languages/${language}.md`,
      seedOf(
        {
          title,
          date: `2025-02-0${i + 1}T09:30:00Z`,
          language,
          slug: `in-${language}`,
          author: language === "de" ? LONG : "Ada Brandt",
          ...(language === "de" && { source: LONG }),
          topics: ["tides"],
        },
        `${text}\n\n## ${title}\n\n${text}`,
      ),
    ]),
  );

const COLUMNS = Array.from({ length: 14 }, (_, i) => `Measurement ${i + 1}`);

/** Everything that a body may hold and that may be wider than a telephone. */
const MEASURES = `The harbour kept its measures in a table, a program and some pictures.[^1]

| ${COLUMNS.join(" | ")} |
| ${COLUMNS.map(() => "---").join(" | ")} |
| ${COLUMNS.map((_, i) => `${i}.125 metres`).join(" | ")} |

\`\`\`js
const highWater = (measures) => measures.filter(({ metres, at }) => metres > 3.5 && at.getUTCHours() < 12).map(({ at }) => at.toISOString());
\`\`\`

Inline \`highWater(measuresOfTheWholeYearAndOfTheYearBefore_andOfTheYearBeforeThatOneToo_withoutAnySpace)\` is long, and so is
https://media.example/measures/of/the/whole/year/and/of/the/year/before/and/of/the/one/before/that/without/any/space.

![The gauge at the quay, at high water](${MEDIA}/gauge.png)

![](${MEDIA}/ornament.png)

> Who waits for the tide learns to read it.

1. First the gauge
2. Then the almanac

- [x] Read
- [ ] Written down

### Below a heading

##### Far below it

# Above both

* * *

Some ~~wrong~~ *slanted* and **heavy** words, and a [link](https://media.example/).

[^1]: A note at the foot of it.
`;

/** A page by hand, with what Markdown cannot say. */
const BY_HAND = `<!doctype html>
<html lang="en">
<head>
  <title>The pilot & the <b> that nobody closed</title>
  <meta name="author" content="Ben Okafor">
  <meta property="article:published_time" content="2025-02-11T08:00:00Z">
  <meta name="broadsheet:topics" content="harbours">
  <meta name="broadsheet:slug" content="by-hand">
</head>
<body><article>
  <p>The pilot wrote it by hand, with <kbd>Ctrl</kbd>, H<sub>2</sub>O, <abbr title="Coordinated Universal Time">UTC</abbr> and a <q>quotation</q>.</p>
  <figure><img src="${MEDIA}/pilot.png" alt="A pilot at the wheel" width="2400" height="900"><figcaption>The pilot</figcaption></figure>
  <img src="${MEDIA}/untold.png">
  <details><summary>More of it</summary><p>It goes on.</p></details>
  <dl><dt>Ebb</dt><dd>Water that leaves</dd></dl>
  <table><caption>Crew</caption><tr><th>Name</th><td>Ada</td></tr></table>
</article></body></html>
`;

const otherSeeds: Seeds = {
  "measures.md": seedOf(
    {
      title: 'Measures <of> the “tide” & what they\'re "worth" </title>',
      date: "2025-02-10T08:15:00Z",
      updated: "2025-02-12T18:00:00Z",
      language: "en",
      slug: "measures",
      authors: [{ name: "Ada Brandt", url: "https://media.example/ada" }, "Ben Okafor"],
      source: { name: "The Pier", url: "https://media.example/pier/measures" },
      summary: "How high the water stood, & <why>.",
      image: { url: `${MEDIA}/high-water.png`, alt: "High water at the quay", width: 1600, height: 900 },
      audio: { url: `${MEDIA}/measures.mp3`, length: 1000, duration: 60, title: "Read aloud" },
      topics: ["tides", "harbours", "weather"],
    },
    MEASURES,
  ),
  "by-hand.html": BY_HAND,
  "saved.txt": `Sturm hält die Fähren im Hafen – Der Pier – 09.02.2025

Sturm hält die Fähren im Hafen – Der Pier – 09.02.2025
-

Die Fähren blieben am Sonntag im Hafen, weil der Sturm über der Bucht nicht nachließ. Der Betrieb soll am Montag wieder beginnen, sagte eine Sprecherin der Reederei.

Fahrgäste können ihre Karten zurückgeben oder an einem anderen Tag damit fahren. Auch die Post wartet auf besseres Wetter.

lgc (dpa, AFP)
Aktualisiert um 18:35 Uhr MEZ, um die Angaben der Reederei zu ergänzen.

-

PREV Die Fischer warten auf den Morgen
NEXT Der Deich hält
`,
  "withdrawn.md": seedOf(
    { title: "Not so", date: "2025-02-01", language: "en", slug: "not-so", withdrawn: true },
    "It was not so.",
  ),
};

/** A publication of three pages, with whatever an article may be. */
export const VARIED: Seeds = {
  "publication.toml": PUBLICATION_TOML,
  ...shortSeeds(),
  ...languageSeeds(),
  ...otherSeeds,
};
