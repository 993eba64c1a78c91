// Where the words of a question stand in an issue that it found.

import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import type { Section } from '../model.js';
import type { IssueSlug } from '../slug.js';
import { stem } from '../text/stems.js';
import { isStopWord } from '../text/stop-words.js';
import { forms, tokens } from '../text/tokens.js';

/** [start, end) in UTF-16 units, in order, without overlaps. */
export type Ranges = [start: number, end: number][];

/**
 * The ranges of any text of a section to mark: the words that the search itself
 * marks in its excerpts of this issue, in every form.
 */
export async function searchedWords(
  kb: KnowledgeBase,
  issue: IssueSlug,
  q: string,
): Promise<(text: string, section: Section) => Ranges> {
  const filters = { concepts: [], years: [], publications: [], authors: [], languages: [] };
  const { hits, query } = await kb.search({
    ...{ q: `issue:${issue} ${q}`, ...filters },
    ...{ sort: 'relevance' as const, page: 1, perPage: 100 },
  });
  const marked = hits.flatMap(({ excerpt: { text, marks } }) =>
    marks.map(([start, end]) => text.slice(start, end)),
  );
  const wanted = new Set(forms([...marked, ...query.terms].join(' ')));
  // Each language has its own stems.
  const stems = new Map<string | null, Set<string>>();
  return (text, { language }) => {
    const known = stems.get(language) ?? new Set([...wanted].map((form) => stem(form, language)));
    stems.set(language, known);
    return merged(
      tokens(text)
        .filter(({ form, word }) => !isStopWord(form, language) && known.has(stem(word, language)))
        .map(({ start, end }) => [start, end]),
    );
  };
}

/** Words of a script without spaces are pairs of characters that overlap. */
function merged(ranges: Ranges): Ranges {
  const apart: Ranges = [];
  for (const [start, end] of ranges) {
    const last = apart.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}
