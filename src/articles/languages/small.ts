/**
 * Small words by language, those that stand in nearly every sentence. Languages that are not read here are among them
 * so that what they share with one that is tells nothing.
 */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in is that for was with as it his he by on are be has have from this at which an had were they will not but their its been would who she when more about into than after also said over could there no or",
  de: "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an er hat aus bei werden wird nach wie sind noch einer um am haben einen so zum war über einem nur oder sie dass zur vor durch man sei wurde seien wurden aber bis mehr können gegen hatte sein soll wir ihre seine unter keine ihr habe",
  es: "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos fue ha son han según es está sido años era tras había dos dijo tiene ser parte puede así aunque mientras después cada hoy tiempo otro otros otra mismo ahora día vez vida fueron hace quienes esto algunos unos lugar gran mejor",
  fr: "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la cette avec aux ses ont mais comme ou son leur été ces être fait nous elle sa deux même aussi après d l qu n s selon dont vous était sans très où entre tout ils y a-t-il avait peut depuis lors",
  it: "di e il la che in a per un è del non una i le con si da della sono dei al come lo più alla nel anche ha delle gli dal ma nella se o ci questo suo dalla stato ai degli essere anni sua dopo tra alle hanno cui due prima dopo così questa molto perché fra fa era sulla sul ed quando nei",
  pt: "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num nem suas são ainda segundo disse tem pode anos depois sobre cada hoje outro outros outra agora dia vez vida foram faz dois onde enquanto ainda pelos mesma então",
  nl: "de van het een en in is dat op te zijn voor met die niet aan er om ook als dan maar door naar bij of uit nog over heeft worden wordt werd hij ze deze wel kan meer geen hebben we veel moet zich tot was tegen had onder hun haar deze al na jaar waar kunnen moeten waren zou tussen omdat",
  pl: "w i na z do się nie to że o jest jak po od za przez a co dla są ale czy jego ich był tym oraz być może tak tylko który która które przy także już ma było które jej była będzie został ze jako lat roku pod tego sobie jeszcze zostały między",
  tr: "ve bir bu için ile da de olarak çok daha olan gibi en ancak kadar her ne sonra ise o olduğunu dedi var ki ya mi değil tarafından oldu göre etti büyük yeni ilk iki yer olduğu nasıl şekilde üzerinde içinde ardından yıl arasında",
  ca: "de la i a el que en les del els un per una al amb és no es ha més com dels són pel aquest però seva va també ser seu aquesta dos o entre fins sobre des han molt on tot ja qui hi segons quan sense anys",
  gl: "de a o que e do da en os unha un para as por non dos máis no na se foi como das ao súa é cun con ten pola polo seu tamén ou ser pero moi esta este está nos sobre entre sen ata desde onde cando son anos",
  ro: "de în și a la că o cu pe nu din se un este pentru mai care au fi ce sa al ca fost ale sunt prin dar lui după unei unui cel acest sau când între foarte am va să spus iar",
  da: "og i at det er en til af på for med der den som de ikke har han et var om men vi sig fra jeg så kan blev være havde nu efter også eller hun over når ind op skal hvor bliver",
  no: "og i det er på til som en av for at med har de ikke den om et var fra men vi han seg så kan jeg ble være hadde nå etter også eller hun over når skal hvor blir",
  sv: "och i att det som en på är av för med den till inte har de om ett han men var jag sig så från vi kan när eller hade nu där efter hon också skulle ut under ska över bli blev detta",
  cs: "a v se na je že s z do to o i za k ve jako po by pro jsou ale který jeho od které při tak už podle byl až nebo jen také bude která která před byla",
  sk: "a v sa na je že s z do to o aj za k vo ako po by pre sú ale ktorý jeho od ktoré pri tak už podľa bol až alebo len tiež bude ktorá pred bola",
  hr: "i u je se na da za su od s o a kako što koji iz ne će to do bi kao nije koja već samo je sam bio ali ili po ako dok",
  hu: "a az és hogy nem is egy ez meg de volt csak ki van már el még azt mint ha lehet vagy után által szerint",
  eu: "eta da ez du zen bat dira ere izan egin dute baina bere edo hau zuen den dela",
  sq: "të e në dhe i për me një që nga është ka si do më u së nuk por janë ai tij ky mbi",
  az: "və bir bu ilə üçün da də ki olan daha çox edib olub bildirib isə kimi o var ən sonra",
  ms: "yang dan di untuk dengan dalam ini itu kepada pada tidak akan dari telah oleh beliau juga bagi ke adalah para saya",
  tl: "ang ng sa na mga at ay para ni kay ito siya hindi si rin ang kung nang niya may",
  vi: "và của là có không được cho các một với trong người những đã khi này đến từ",
  fi: "ja on ei se että oli hän mutta ovat myös kun jos ole sen mukaan joka kuin ovat me he",
  et: "ja on ei et see ka ning oli mis kui aga tema või selle kes mida ta oma",
  sl: "in je v na se da za so ki z po pa tudi ne bi kot s od iz bo o pri do ni",
  ru: "и в не на что с он как это по но из у за от так для же его к бы был они о уже или было только при до также если были все её их чтобы который которые ещё со во после этом была где мы году было этого между более которых",
  uk: "і в не на що з він як це по але із у за від так для же його до б був вони про вже або було тільки при також якщо були всі її їх щоб який які ще зі та після цьому була де ми році й та яка цього між більше",
  be: "і ў не на што з ён як гэта па але у за ад так для ж яго да быў яны пра ўжо або было толькі пры таксама калі былі усе яе іх каб які якія яшчэ са пасля",
  bg: "и в не на че с той как това по но от за се да е са към при до също ако бяха всички ще като или който които още със след беше във си между повече бе",
  sr: "и у не на да с он како то по али из за од је су се ће што који при до такође ако били сви као или још са после био у њ",
};

/** So many of a language's words show that a text is in it, where it has clearly fewer of every other's. */
const ENOUGH = 6;
const CLEARLY = 1.35;
/** As much of a text is looked at first, and as much where that leaves a doubt. */
const SAMPLE = 350;
export const LOOKED_AT = 1400;

const LANGUAGES = Object.keys(SMALL_WORDS);

/** The numbers of the languages that have a word, by the word. */
const owners = ownersOf(LANGUAGES);

function ownersOf(languages: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [i, language] of languages.entries())
    for (const word of new Set((SMALL_WORDS[language] ?? "").split(" ")))
      found.set(word, [...(found.get(word) ?? []), i]);
  return found;
}

/** The language whose small words a text has, where there is no doubt; nothing where that takes a closer look. */
export function languageByWords(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  if ((sample.match(NO_SMALL_WORDS)?.length ?? 0) > sample.length / 10) return undefined;
  const first = lookAt(sample);
  if (!first || first.isClear) return first?.language;
  const more = lookAt(text.slice(0, LOOKED_AT));
  return more?.isClear && more.language === first.language ? more.language : undefined;
}

/** Scripts of none of the languages above. */
const NO_SMALL_WORDS = /[\u0590-\u1cff\u2e80-\ud7ff]/g;

interface Look {
  readonly language: string | undefined;
  readonly isClear: boolean;
}

/** The language that has the most small words in a sample, if they are enough. */
function lookAt(sample: string): Look | undefined {
  const counts = new Uint16Array(LANGUAGES.length);
  for (const word of sample.toLowerCase().split(WORD_END))
    for (const owner of owners.get(word) ?? []) counts[owner] = (counts[owner] ?? 0) + 1;
  const [most = 0, second = 0] = counts.toSorted().reverse();
  if (most < ENOUGH) return undefined;
  return { language: LANGUAGES[counts.indexOf(most)], isClear: second * CLEARLY <= most };
}

const WORD_END = /[\s,.;:!?"'’“”„«»()–—-]+/;

/** Scripts and letters that one language alone writes; a text with Han alone is Chinese. */
export function languageByScript(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  if (!WIDE.test(sample)) return undefined;
  const share = (script: RegExp) => (sample.match(script)?.length ?? 0) / (sample.match(LETTERS)?.length ?? 1);
  if (share(CYRILLIC) > MOSTLY) return byLetters(sample);
  if (share(HEBREW) > MOSTLY) return "he";
  if (share(HANGUL) > MOSTLY) return "ko";
  if (share(JAPANESE) < MOSTLY) return undefined;
  if (share(KANA) > SOME) return "ja";
  return share(HAN) > MOSTLY ? "zh" : undefined;
}

/** Of the languages in Cyrillic only Russian has all the first and none of the second, and Ukrainian. */
function byLetters(sample: string): string | undefined {
  const text = sample.toLowerCase();
  if (OTHER_CYRILLIC.test(text)) return undefined;
  const [isRussian, isUkrainian] = [/ы/.test(text) && /и/.test(text), /[їє]/.test(text) && /и/.test(text)];
  if (isRussian === isUkrainian) return undefined;
  return isRussian && !/[іґ]/.test(text) ? "ru" : isUkrainian && !/[эёъ]/.test(text) ? "uk" : undefined;
}

/** Letters of Belarusian, of the languages of the Balkans, of Turkic ones and others. */
const OTHER_CYRILLIC = /[ўјљњђћџѓќѕѐѝ\u0460-\u048f\u0492-\u052f]/;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const WIDE = /[\u0400-\u05ff-\u05ff\u2e80-\uffff]/;
const LETTERS = /\p{L}/gu;
const HEBREW = /\p{Script=Hebrew}/gu;
const HANGUL = /\p{Script=Hangul}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HAN = /\p{Script=Han}/gu;
const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const MOSTLY = 0.9;
const SOME = 0.15;
