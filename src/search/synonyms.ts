// Words that mean the same, as the glossary's labels and aliases say.

import { stem } from '../text/stems.js';
import { forms, tokens } from '../text/tokens.js';
import type { SynonymGroup } from './search-index.js';

/** More words than this make no label but a sentence. */
const MAX_WORDS = 6;
const MAX_SYNONYMS = 4;

export interface Synonym {
  /** The words of the question that it stands for: the index of the first, and how many. */
  at: number;
  count: number;
  /** In other words. */
  words: string;
  /** Never to be shown. */
  hidden: boolean;
}

export interface Synonyms {
  replace(groups: readonly SynonymGroup[]): void;
  /** What else the words of a question, in their order, are called. */
  of(words: readonly string[], language: string | null): Synonym[];
  /** Whether a text ends in a name that is never to be shown. */
  endsHidden(text: string): boolean;
}

export function createSynonyms(): Synonyms {
  let given: readonly SynonymGroup[] = [];
  let groups: readonly Label[][] = [];
  /** By language, then by the stems of a label. */
  const byLabel = new Map<string, Map<string, number[]>>();
  /** Made when asked for. */
  let hiddenNames: ReadonlySet<string> | undefined;

  const labelsIn = (language: string | null): Map<string, number[]> => {
    let labels = byLabel.get(language ?? '');
    if (labels !== undefined) return labels;
    labels = new Map<string, number[]>();
    for (const [number, group] of groups.entries()) {
      for (const { words } of group) {
        const key = keyOf(words, language);
        const known = labels.get(key);
        if (known === undefined) labels.set(key, [number]);
        else if (!known.includes(number)) known.push(number);
      }
    }
    byLabel.set(language ?? '', labels);
    return labels;
  };

  return {
    replace(all) {
      groups = all.map(labelsOf).filter((group) => group.length > 1);
      byLabel.clear();
      given = all;
      hiddenNames = undefined;
    },
    of(words, language) {
      if (groups.length === 0) return [];
      const labels = labelsIn(language);
      const found: Synonym[] = [];
      for (let at = 0; at < words.length; at += 1) {
        const most = Math.min(MAX_WORDS, words.length - at);
        // The longest label that begins here: "product bet" is no "bet".
        for (let count = most; count > 0; count -= 1) {
          const key = keyOf(words.slice(at, at + count).join(' '), language);
          const numbers = key === '' ? undefined : labels.get(key);
          if (numbers === undefined) continue;
          const others = numbers
            .flatMap((number) => groups[number] ?? [])
            .filter(({ words }) => keyOf(words, language) !== key)
            .slice(0, MAX_SYNONYMS);
          for (const other of others) found.push({ at, count, ...other });
          at += count - 1;
          break;
        }
      }
      return found;
    },
    endsHidden(text) {
      const hidden = (hiddenNames ??= hiddenOf(given));
      const words = forms(text).slice(-MAX_WORDS);
      return words.some((_, at) => hidden.has(words.slice(at).join(' ')));
    },
  };
}

type Label = Pick<Synonym, 'words' | 'hidden'>;

function labelsOf({ names, hidden }: SynonymGroup): Label[] {
  return [
    ...names.map((words) => ({ words, hidden: false })),
    ...hidden.map((words) => ({ words, hidden: true })),
  ];
}

/** Names that are nowhere shown. */
function hiddenOf(groups: readonly SynonymGroup[]): ReadonlySet<string> {
  const names = new Set(groups.flatMap(({ hidden }) => hidden.map(spelt)));
  if (names.size === 0) return names;
  for (const { names: shown } of groups) for (const name of shown) names.delete(spelt(name));
  return names;
}

function spelt(name: string): string {
  return forms(name).join(' ');
}

function keyOf(label: string, language: string | null): string {
  return tokens(label)
    .filter((token) => token.role === 'word')
    .map((token) => stem(token.word, language))
    .join(' ');
}
