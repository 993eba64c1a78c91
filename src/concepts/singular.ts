// The singular of an English word, so that a name is found in the plural and
// the other way about. No stemmer: "planning" is not "plan", and a glossary
// that cannot tell them apart links wrongly.

const IRREGULAR = new Map<string, string>(
  Object.entries({
    analyses: 'analysis',
    appendices: 'appendix',
    axes: 'axis',
    bases: 'basis',
    children: 'child',
    crises: 'crisis',
    criteria: 'criterion',
    diagnoses: 'diagnosis',
    feet: 'foot',
    halves: 'half',
    hypotheses: 'hypothesis',
    indices: 'index',
    indexes: 'index',
    knives: 'knife',
    leaves: 'leaf',
    lives: 'life',
    matrices: 'matrix',
    men: 'man',
    mice: 'mouse',
    people: 'person',
    persons: 'person',
    phenomena: 'phenomenon',
    selves: 'self',
    shelves: 'shelf',
    syntheses: 'synthesis',
    teeth: 'tooth',
    theses: 'thesis',
    vertices: 'vertex',
    wolves: 'wolf',
    women: 'woman',
    // The singular ends in -ie, -che or -oe, and no rule could know.
    aches: 'ache',
    avalanches: 'avalanche',
    caches: 'cache',
    calories: 'calorie',
    cookies: 'cookie',
    movies: 'movie',
    niches: 'niche',
    rookies: 'rookie',
    shoes: 'shoe',
    toes: 'toe',
    zombies: 'zombie',
  }),
);

/** Ends in s and is no plural. */
const SINGULAR_IN_S = new Set(['news', 'lens', 'series', 'species', 'canvas', 'always', 'atlas']);
const USE = /(?:[aeo]|^|[bcf]|\bm|rec?l)uses$/u;

/** Takes a word in lower case; a word that is no plural comes back as it is. */
export function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || !word.endsWith('s') || SINGULAR_IN_S.has(word)) return word;
  if (/(?:ss|us|is)$/u.test(word)) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:sh|ch|x|ss|zz|[^aeiou]o)es$/u.test(word)) return word.slice(0, -2);
  if (word.endsWith('uses')) return USE.test(word) ? word.slice(0, -1) : word.slice(0, -2);
  return word.slice(0, -1);
}
