// The little grammar that the search for concepts needs of a language: which
// words hold sentences together, and which tell a noun from a verb.

import { isStopWord } from '../../text/stop-words.js';
import { wordKey } from '../words.js';
import { chinese } from './chinese-grammar.js';

export interface Grammar {
  /** Begins or ends no name. */
  isFunctionWord(key: string): boolean;
  /** Begins or ends not even a title. */
  isStopWord(key: string): boolean;
  /** Begins no name alone, but some of several words: "open source"; and ends some: "use case". */
  mayBegin(key: string): boolean;
  mayEnd(key: string): boolean;
  /** May stand within a name: "cost of delay". */
  isJoint(key: string): boolean;
  /** A sentence's beginning or a mere activity: "18F worked". */
  namesNothing(keys: readonly string[]): boolean;
  beforeVerb(key: string): boolean;
  beforeNoun(key: string): boolean;
  /**
   * Whether a word between these two can be a noun by itself: no adjective, "more relevant
   * to", "relevant people", and no verb, "evaluating the".
   */
  standsAsNoun(before: string | undefined, after: string | undefined): boolean;
  /** Follows people's names: "said". */
  afterPerson(key: string): boolean;
  /** Stands between a name and what the name is: "is". */
  isCopula(key: string): boolean;
  isArticle(key: string): boolean;
  /** A joint that makes a name only of words written as a title. */
  isLooseJoint(key: string): boolean;
  /** In words; in characters for scripts without blanks. */
  longest: number;
}

const ENGLISH_FILLERS = new Set(
  `able actually ago already always another anyone anything available back become began best better big
  bit can come currently day different early either else end enough especially every everyone everything
  example far feel few final find first full get give given go going good got great happen hard help here
  high important instead interesting just keep kind know large last late later latest least less like
  likely little long look lot main major make making many maybe mean might month much must need never
  new next nice nothing now number often old one onto part particular people person place possible
  probably put quickly quite rather ready real really recent recently right said same say see seem several
  short show simply since single small someone something sometimes soon start step still sure take tell
  thing think time today together took total trying turn two type upcoming use used useful using usually
  various via want way week well went whole wide work working would year yet yesterday tomorrow
  anyway become based below above bring bunch came case certain clear clearly common complete couple
  create current deal despite directly down each easy easily entire exactly fact fairly
  follow following found getting happy hello help helpful hey hi hope huge idea include including
  let literally love made matter me met mostly multiple none obviously ok okay once only
  open others overall own perhaps piece please plenty point pretty previous quick read reading reason
  related rest run running seen set side similar simple sort stuff thank thanks thought three thus
  times top tried true truly try under understand until whatever whenever wherever whether without
  wonderful worth writing wrote add added learn learned check watch join share
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july
  august september october november december am pm http https www com org html jpg png blog post newsletter
  article page email click link image photo video courtesy via read subscribe issue edition
  around ask change build built doing done talk made look looking thinking even ever four five six seven
  eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty
  forty fifty sixty seventy eighty ninety hundred thousand million dozen half quarter fortnight autumn
  winter spring summer jan feb mar apr jun jul aug sep sept oct nov dec announcing introducing joining releasing
  second third whose upon toward towards among across along behind beyond`.split(/\s+/u),
);
const ENGLISH_BEGINNINGS = new Set(
  `open big real time work change high single daily weekly common use user first build page image short
  long small number case`.split(/\s+/u),
);
const ENGLISH_ENDINGS = new Set(
  `case time point change type set thinking making writing reading building page image work`.split(
    /\s+/u,
  ),
);
const FRENCH_FILLERS = new Set(
  `notre votre nos vos leur lorsqu jusqu puisqu chaque prochain prochaine autre meme tout toute bon bonne
  nouveau nouvelle grand grande petit premier premiere dernier derniere fois jour an annee mois semaine temp
  chose gens personne monde facon maniere lieu partie fait faire dire voir savoir pouvoir devoir aller
  vouloir mettre prendre donner trouver utiliser travailler concevoir ameliorer creer aider permettre
  apprendre besoin exemple cas point nombre type sorte afin toutefois cependant aujourd hui blogue billet
  appris apprise lecon etape travaillon avon cette lorsque aupre depui quand parce ainsi avant apre aussi
  alors toujour souvent encore comment pourquoi plusieur beaucoup celle celui ceux cela leurs dont contre
  selon parmi`.split(/\s+/u),
);
const BEFORE_VERB = new Set(
  `to i we you they he she it who can could will would shall should may might must cannot cant dont
  didnt doesnt wont let lets please not never id ill im we'll youll theyll ive weve`.split(/\s+/u),
);
const BEFORE_NOUN = new Set(
  `the a an our your their its his her my this that these those each every any some all no of in on for
  with by from about into between through without more less most better good new own other many several`.split(
    /\s+/u,
  ),
);
/** Before an adjective, by language. */
const DEGREES: Record<string, string> = {
  en: 'is are was were be been being become becomes became more most less very so too as quite how not',
  fr: 'est sont etait etaient etre ete sera seront soit plus moin tres trop si assez aussi pa',
  es: 'es son era eran ser sido sea mas menos muy tan',
  pt: 'e sao era eram ser sido seja mais menos muito tao',
  it: 'e sono era erano essere stato piu meno molto cosi',
};
/** Before a noun and after a verb, never after a noun. */
const DETERMINERS: Record<string, string> = {
  en: 'a an the our your their its his her my this these those each every any',
  fr: 'un une le la l les nos notre votre vos leur leurs son sa ses ce cet cette ces chaque',
  es: 'un una el la los las nuestro nuestra su sus este esta estos cada',
  pt: 'um uma o a os as nosso nossa seu sua este esta cada',
  it: 'un una il lo la i gli le nostro nostra suo sua questo questa ogni',
};
/** Languages that set the adjective after its noun. */
const NOUN_FIRST = new Set(['fr', 'es', 'pt', 'it']);
const AFTER_PERSON = new Set(
  `said say asked told wrote thought replied laughed smiled nodded shrugged explained recalled answered
  looked sat stood went came who whom whose himself herself`.split(/\s+/u),
);
const JOINTS: Record<string, string> = {
  en: 'of in for as to and via on with if',
  fr: 'de du des la le les à au aux en l d',
  es: 'de del la el los las en y',
  pt: 'de do da dos das em e',
  it: 'di del della dei delle in e al',
  de: 'der des von für in und',
  nl: 'van de het in en',
};
/** Joints of sentences more often than of names: names only where they are written as titles. */
const LOOSE_JOINTS = new Set(['to', 'and', 'via', 'on', 'with', 'if', 'in', 'for']);
const COPULAS: Record<string, string> = {
  en: 'is are refer mean describe',
  fr: 'est sont designe',
  es: 'es son significa',
  pt: 'e sao significa',
  it: 'e sono significa',
  de: 'ist sind bedeutet',
  nl: 'is zijn betekent',
};
const ARTICLES: Record<string, string> = {
  en: 'a an the',
  fr: 'un une le la les l',
  es: 'un una el la los las',
  pt: 'um uma o a os as',
  it: 'un una il lo la i gli le l',
  de: 'ein eine der die das',
  nl: 'een de het',
};
const SUFFIX_ADVERB = /^\p{L}{3,}ly$/u;
/** Infinitives and the forms for you and us: "utilisez", "fournir", "évaluer"; nouns end so as well. */
const FRENCH_VERB = /^\p{L}{3,}(?:ez|[^iy]er|[^o]ir|oudre|endre|ettre|uire|isons?)$/u;
const FRENCH_NOUNS = new Set(
  `avenir plaisir loisir desir danger hiver cancer lettre cybersecurite leader docker manager tender
  dossier maison raison saison liaison comparaison trahison prison`.split(/\s+/u),
);
/** "18F worked" says what somebody did. */
const PARTICIPLE = /^\p{L}{2,}[^e]ed$/u;
const NOUNS_IN_ED = new Set(['embed', 'infrared', 'hatred']);

const NOUNS_IN_LY = new Set([
  'family',
  'assembly',
  'supply',
  'reply',
  'anomaly',
  'ally',
  'monopoly',
]);

export function grammarOf(language: string): Grammar {
  if (language === 'zh' || language === 'ja') return chinese;
  const joints = new Set((JOINTS[language] ?? '').split(' '));
  const copulas = new Set((COPULAS[language] ?? '').split(' '));
  const articles = new Set((ARTICLES[language] ?? '').split(' '));
  const degrees = keysOf(DEGREES[language]);
  const determiners = keysOf(DETERMINERS[language]);
  const english = language === 'en';
  const functionWords = new Map<string, boolean>();
  const isFunctionWord = (key: string) =>
    key.length === 1 ||
    isStopWord(key, language) ||
    // A key has lost its s: "avons" is "avon" here.
    isStopWord(`${key}s`, language) ||
    (language === 'fr' &&
      (FRENCH_FILLERS.has(key) || (FRENCH_VERB.test(key) && !FRENCH_NOUNS.has(key)))) ||
    (english && ENGLISH_FILLERS.has(key)) ||
    (english && SUFFIX_ADVERB.test(key) && !NOUNS_IN_LY.has(key)) ||
    /^\p{N}+(?:st|nd|rd|th|s)?$/u.test(key);
  const isKnownFunctionWord = (key: string) => {
    let known = functionWords.get(key);
    if (known === undefined) functionWords.set(key, (known = isFunctionWord(key)));
    return known;
  };
  return {
    isFunctionWord: isKnownFunctionWord,
    isStopWord: (key) => key.length === 1 || isStopWord(key, language),
    mayBegin: (key) => english && ENGLISH_BEGINNINGS.has(key),
    mayEnd: (key) => english && ENGLISH_ENDINGS.has(key),
    isJoint: (key) => joints.has(key),
    namesNothing: (keys) =>
      english && keys.length > 1 && PARTICIPLE.test(keys.at(-1)!) && !NOUNS_IN_ED.has(keys.at(-1)!),
    beforeVerb: (key) => english && BEFORE_VERB.has(key),
    beforeNoun: (key) => english && BEFORE_NOUN.has(key),
    standsAsNoun(before, after) {
      if (before !== undefined && degrees.has(before)) return false;
      if (after !== undefined && determiners.has(after)) return false;
      const beside = NOUN_FIRST.has(language) ? before : after;
      return beside === undefined || isKnownFunctionWord(beside);
    },
    afterPerson: (key) => english && AFTER_PERSON.has(key),
    isCopula: (key) => copulas.has(key),
    isArticle: (key) => articles.has(key),
    isLooseJoint: (key) => english && LOOSE_JOINTS.has(key),
    longest: 4,
  };
}

/** A key has lost the s of a plural. */
function keysOf(list = ''): Set<string> {
  return new Set(list.split(' ').flatMap((word) => [word, wordKey(word)]));
}
