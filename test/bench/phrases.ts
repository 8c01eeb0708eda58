/** What the texts of one language are put together from. */
export interface Phrases {
  readonly titles: readonly string[];
  /** `{topic}`, `{place}`, `{name}` and `{number}` are filled in. */
  readonly sentences: readonly string[];
  readonly update: string;
  readonly outlet: string;
  readonly agencies: readonly string[];
  readonly places: readonly string[];
  readonly names: readonly string[];
}

const PLACES = [
  "Port Ellery",
  "Sankt Velden",
  "Montarosa",
  "Hinterbrunn",
  "Valdemora",
  "Kirkholm",
  "Belcastre",
];
const NAMES = ["Ellison", "Brandt", "Moreno", "Lefort", "Novak", "Haugen", "Castellani", "Okafor", "Varga"];

/** Twenty topics, and their word in each language. */
export const TOPICS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  politics: { de: "Regierung", en: "government", es: "gobierno", fr: "gouvernement", ru: "правительство" },
  economy: { de: "Wirtschaft", en: "economy", es: "economía", fr: "économie", ru: "экономика" },
  energy: { de: "Energie", en: "energy", es: "energía", fr: "énergie", ru: "энергетика" },
  climate: { de: "Klima", en: "climate", es: "clima", fr: "climat", ru: "климат" },
  health: { de: "Gesundheit", en: "health", es: "salud", fr: "santé", ru: "здоровье" },
  science: { de: "Wissenschaft", en: "science", es: "ciencia", fr: "recherche", ru: "наука" },
  education: { de: "Bildung", en: "education", es: "educación", fr: "éducation", ru: "образование" },
  culture: { de: "Kultur", en: "culture", es: "cultura", fr: "culture", ru: "культура" },
  football: { de: "Fußball", en: "football", es: "fútbol", fr: "football", ru: "футбол" },
  justice: { de: "Gericht", en: "court", es: "tribunal", fr: "tribunal", ru: "правосудие" },
  traffic: { de: "Verkehr", en: "traffic", es: "tráfico", fr: "circulation", ru: "транспорт" },
  housing: { de: "Wohnungsbau", en: "housing", es: "vivienda", fr: "logement", ru: "жильё" },
  farming: { de: "Landwirtschaft", en: "farming", es: "agricultura", fr: "agriculture", ru: "земледелие" },
  work: { de: "Gewerkschaft", en: "labour", es: "sindicato", fr: "syndicat", ru: "профсоюз" },
  internet: { de: "Internet", en: "internet", es: "internet", fr: "internet", ru: "интернет" },
  space: { de: "Raumfahrt", en: "spaceflight", es: "astronáutica", fr: "astronautique", ru: "космос" },
  tourism: { de: "Tourismus", en: "tourism", es: "turismo", fr: "tourisme", ru: "туризм" },
  press: { de: "Presse", en: "journalism", es: "prensa", fr: "presse", ru: "пресса" },
  police: { de: "Polizei", en: "police", es: "policía", fr: "police", ru: "полиция" },
  migration: { de: "Zuwanderung", en: "migration", es: "migración", fr: "migration", ru: "миграция" },
};

export const PHRASES: Readonly<Record<string, Phrases>> = {
  de: {
    titles: [
      "{place} und {name} unterzeichnen Vereinbarung Nummer {number} zum Thema {topic}",
      "{topic}: {name} kündigt in {place} {number} neue Stellen an",
    ],
    sentences: [
      "Der Inhalt des Dokuments zum Thema {topic} wurde in {place} zunächst nicht näher erläutert, obwohl {name} später erklärte, dass es {number} Maßnahmen vorsehe.",
      "Nach Angaben von {name} zielt der Besuch in {place} darauf ab, die Zusammenarbeit in den kommenden Monaten zu stärken.",
      "„Wir haben uns {number} Tage lang vorbereitet“, sagte {name} vor Medienvertretern in {place} und dankte allen Beteiligten.",
      "Beobachter in {place} rechnen damit, dass beim Thema {topic} noch mindestens {number} Fragen offen bleiben.",
      "Bei seinem ersten Besuch seit vielen Jahren lud {name} die Gastgeber ein, im Herbst nach {place} zu kommen.",
      "Zuletzt hatten sich mehrere Vertreter beider Seiten in {place} zu einem etwa zweistündigen Treffen eingefunden, wie {name} mitteilte.",
      "Er machte keine Angaben zu den Kosten, deutete jedoch an, dass {place} rund {number} Millionen für {topic} bereitstellen wolle.",
      "Kritik kam von {name}: Für die Menschen in {place} bringe das Vorhaben nichts, zumal viele Einwände unbeantwortet seien.",
    ],
    update:
      "Aktualisiert um {hour}:35 Uhr MEZ, um hinzuzufügen, dass die Vereinbarung gegenseitige Unterstützung beinhaltet.",
    outlet: "TV",
    agencies: ["dpa", "efe", "afp"],
    places: PLACES,
    names: NAMES,
  },
  en: {
    titles: [
      "{place} and {name} sign agreement number {number} on {topic}",
      "{name} announces {number} new posts for {topic} in {place}",
    ],
    sentences: [
      "The content of the document on {topic} was not explained in {place} at first, although {name} later said that it provides for {number} measures.",
      "According to {name}, the visit to {place} is meant to strengthen the cooperation over the coming months.",
      "“We have been preparing for {number} days,” {name} told reporters in {place}, and thanked everybody who had taken part.",
      "Observers in {place} expect that at least {number} questions about {topic} will remain open for the time being.",
      "On the first visit in many years, {name} invited the hosts to come to {place} in the autumn.",
      "Most recently several representatives of both sides had met in {place} for about two hours, as {name} made known.",
      "No figures were given for the costs, but {place} is understood to set aside about {number} million for {topic}.",
      "Criticism came from {name}: the plan did nothing for the people of {place}, and many objections were still unanswered.",
    ],
    update:
      "Updated at {hour}:35 GMT to add that the agreement includes mutual support in the case of an emergency.",
    outlet: "NN",
    agencies: ["ap", "reuters"],
    places: PLACES,
    names: NAMES,
  },
  es: {
    titles: [
      "{place} y {name} firman el acuerdo número {number} sobre {topic}",
      "{name} anuncia en {place} {number} nuevos puestos en {topic}",
    ],
    sentences: [
      "El contenido del documento sobre {topic} no se explicó al principio en {place}, aunque {name} aclaró después que prevé {number} medidas.",
      "Según {name}, la visita a {place} pretende reforzar la cooperación durante los próximos meses.",
      "«Nos hemos preparado durante {number} días», dijo {name} ante los periodistas en {place}, y dio las gracias a todos los participantes.",
      "Los observadores de {place} creen que en materia de {topic} quedan abiertas todavía al menos {number} preguntas.",
      "En su primera visita en muchos años, {name} invitó a los anfitriones a viajar a {place} en otoño.",
      "Hace poco varios representantes de ambas partes se habían reunido en {place} durante unas dos horas, según comunicó {name}.",
      "No dio cifras sobre los costes, pero insinuó que {place} quiere destinar unos {number} millones a {topic}.",
      "La crítica llegó de {name}: el proyecto no aporta nada a los vecinos de {place} y hay muchas objeciones sin respuesta.",
    ],
    update:
      "Actualizado a las {hour}:35 CET para añadir que el acuerdo incluye apoyo mutuo en caso de emergencia.",
    outlet: "RN",
    agencies: ["efe", "afp"],
    places: PLACES,
    names: NAMES,
  },
  fr: {
    titles: [
      "{place} et {name} signent un accord numéro {number} sur le thème {topic}",
      "{name} annonce à {place} {number} nouveaux postes, thème {topic}",
    ],
    sentences: [
      "Le contenu du document sur le thème {topic} n’a pas été expliqué d’abord à {place}, bien que {name} ait déclaré plus tard qu’il prévoit {number} mesures.",
      "Selon {name}, la visite à {place} vise à renforcer la coopération au cours des prochains mois.",
      "« Nous nous sommes préparés pendant {number} jours », a dit {name} devant les journalistes à {place}, en remerciant tous les participants.",
      "Les observateurs de {place} pensent que sur le thème {topic} au moins {number} questions resteront ouvertes.",
      "Lors de sa première visite depuis de longues années, {name} a invité ses hôtes à venir à {place} à l’automne.",
      "Récemment, plusieurs représentants des deux parties s’étaient réunis à {place} pendant environ deux heures, comme l’a indiqué {name}.",
      "Aucun chiffre n’a été donné sur les coûts, mais {place} souhaite consacrer environ {number} millions au thème {topic}.",
      "La critique est venue de {name} : le projet n’apporte rien aux habitants de {place}, et plusieurs objections restent sans réponse.",
    ],
    update:
      "Mis à jour à {hour}:35 CET pour ajouter que l’accord comprend un soutien mutuel en cas d’urgence dans la région.",
    outlet: "FT",
    agencies: ["afp", "ats"],
    places: PLACES,
    names: NAMES,
  },
  ru: {
    titles: [
      "{place} и {name} подписали соглашение номер {number} по теме «{topic}»",
      "{name}: в городе {place} появятся {number} рабочих мест по теме «{topic}»",
    ],
    sentences: [
      "Содержание документа по теме «{topic}» сначала не разъяснялось, хотя {name} позднее сообщил, что он предусматривает {number} мер.",
      "По словам {name}, цель визита в город {place} — укрепить сотрудничество в ближайшие месяцы.",
      "«Мы готовились {number} дней», — сказал {name} журналистам и поблагодарил всех участников встречи.",
      "Наблюдатели считают, что по теме «{topic}» остаются открытыми не менее {number} вопросов.",
      "Во время первого за много лет визита {name} пригласил хозяев приехать осенью в город {place}.",
      "Недавно представители обеих сторон встречались в городе {place} в течение двух часов.",
      "О расходах не сообщалось, однако на тему «{topic}» планируется выделить около {number} миллионов.",
    ],
    update: "Обновлено в {hour}:35 МСК: добавлено, что соглашение предусматривает взаимную поддержку сторон.",
    outlet: "НТ",
    agencies: ["тасс", "интерфакс"],
    places: ["Берёзовск", "Заречный", "Светлогорье", "Приволжье", "Каменка"],
    names: ["Лаврентьев", "Соколовский", "Орлов", "Мельниченко", "Громов", "Тихонов"],
  },
};
