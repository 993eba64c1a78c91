// Words too common to search by.

import stopWordsIso from 'stopwords-iso' with { type: 'json' };
import { fold } from './fold.js';
import { baseLanguage } from './stems.js';

/** Whether a folded word only holds the sentence together in that language. */
export function isStopWord(form: string, language: string | null): boolean {
  if (language === null) return false;
  let words = known.get(language);
  if (words === undefined) {
    const code = baseLanguage(language) ?? language;
    words = new Set((code === 'en' ? ENGLISH : shortOnes(lists[code] ?? [])).map(fold));
    known.set(language, words);
  }
  return words.has(form);
}

/**
 * The lists hold words of meaning too, such as "interés" or "Jahr"; the words
 * that only hold a sentence together are the short ones. Of the numbers in them
 * each means something: “Python 3”.
 */
function shortOnes(words: readonly string[]): string[] {
  return words.filter((word) => word.length <= 4 && !/\d/u.test(word));
}

const lists = stopWordsIso as Partial<Record<string, string[]>>;
const known = new Map<string, Set<string>>();

// The list's 1,298 English words hold back "problem", "group", "interest" and
// "information". These are the words without a meaning of their own, and those
// that make a question of a sentence.
const ENGLISH = `
a about above after again against all also am an and any are arent as at be because been before
being below between both but by can cannot cant could couldnt did didnt do does doesnt doing dont
down during each few for from further had hadnt has hasnt have havent having he hed hell her here
heres hers herself hes him himself his how hows i id if ill im in into is isnt it its itself ive
just lets me more most mustnt my myself no nor not of off on once only or other ought our ours
ourselves out over own same shant she shed shell shes should shouldnt so some such than that thats
the their theirs them themselves then there theres these they theyd theyll theyre theyve this those
through to too under until up upon very was wasnt we wed well were werent weve what whats when whens
where wheres whether which while who whom whos whose why whys will with within without wont would
wouldnt yet you youd youll your youre yours yourself yourselves youve may might must shall
`
  .trim()
  .split(/\s+/);
