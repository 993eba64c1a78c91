// What phrases, exclusions, nearness and filters find, told by looking through
// every section; and questions to ask both ways.

import type { SearchableIssue } from '../../src/search/search-index.js';
import { detectLanguage, loadDetector } from '../../src/text/language.js';
import { baseLanguage, stem } from '../../src/text/stems.js';
import { tokens, type Token } from '../../src/text/tokens.js';

await loadDetector();

/** A section, cut into words once. */
export interface Scanned {
  id: string;
  date: string | null;
  authors: string[];
  concepts: string[];
  heading: Token[];
  /** All that can be searched, passage by passage. */
  passages: Token[][];
}

export interface Asked {
  q: string;
  finds: (section: Scanned) => boolean;
}

export interface Scan {
  sections: Scanned[];
  /** The word and all others of its stem. */
  formsOf: (word: Token) => Set<string>;
}

export function scan(issues: readonly SearchableIssue[]): Scan {
  /** By language and stem, the forms that stand in sections of that language. */
  const stems = new Map<string, Map<string, Set<string>>>();
  const sections = issues.flatMap(({ issue, sections }) =>
    sections.map(({ section, concepts }): Scanned => {
      const heading = tokens(section.heading);
      const labels = concepts.map(({ label }) => label);
      const others = [...section.trail, ...labels, section.text].map(tokens);
      const passages = [heading, ...others];
      const language =
        baseLanguage(section.language ?? issue.language) ??
        detectLanguage(`${section.heading}\n${section.text}`) ??
        '';
      const ofLanguage = stems.get(language) ?? new Map<string, Set<string>>();
      stems.set(language, ofLanguage);
      for (const { word, form } of passages.flat()) {
        const key = stem(word, language);
        ofLanguage.set(key, (ofLanguage.get(key) ?? new Set<string>()).add(form));
      }
      return {
        id: section.id,
        date: issue.date,
        authors: issue.authors.map((author) => author.toLowerCase()),
        concepts: concepts.map(({ slug }) => slug),
        heading,
        passages,
      };
    }),
  );
  const formsOf = ({ word, form }: Token): Set<string> =>
    new Set(
      // "US" is "U.S." too.
      [form, [...form].join('.')].concat(
        ...[...stems].map(([language, forms]) => [...(forms.get(stem(word, language)) ?? [])]),
      ),
    );
  return { sections, formsOf };
}

/** A question made of the words of some section, and what it must find. */
export function makeQuestion({ sections, formsOf }: Scan, random: () => number): Asked {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const words = (): Token[] => {
    for (;;) {
      const passage = pick(pick(sections).passages);
      const simple = passage.filter(({ form }) => /^[a-z]{2,}$/u.test(form));
      if (simple.length > 5 && simple.length === passage.length) return simple;
      if (simple.length > 5 && random() < 0.5) return simple;
    }
  };
  const phrase = (): Asked => {
    const passage = words();
    const at = Math.floor(random() * (passage.length - 4));
    // Now and then words that do not follow one another.
    const chosen =
      random() < 0.8
        ? passage.slice(at, at + 2 + Math.floor(random() * 2))
        : [pick(passage), pick(passage)];
    const wanted = chosen.map(({ form }) => form);
    return {
      q: `"${wanted.join(' ')}"`,
      finds: (section) => section.passages.some((found) => hasPhrase(found, wanted)),
    };
  };
  const excluded = (): Asked => {
    const word = pick(words());
    const excludes = formsOf(word);
    return {
      q: `-${word.form}`,
      finds: ({ passages }) =>
        !passages.some((found) => found.some(({ form }) => excludes.has(form))),
    };
  };
  const near = (): Asked => {
    const passage = words();
    const [first, second] = [pick(passage), pick(passage)];
    const distance = 1 + Math.floor(random() * 8);
    const firsts = formsOf(first);
    const seconds = formsOf(second);
    return {
      q: `near:${distance}(${first.form} ${second.form})`,
      finds: (section) =>
        section.passages.some((found) => hasNear(found, firsts, seconds, distance)),
    };
  };
  const filter = (): Asked => {
    const { date, authors, concepts } = pick(sections);
    const year = date?.slice(0, 4) ?? '2024';
    const month = date?.slice(0, 7) ?? '2024-06';
    return pick<Asked>([
      { q: `year:${year}`, finds: (section) => section.date?.slice(0, 4) === year },
      { q: `before:${month}`, finds: (section) => section.date !== null && section.date < month },
      {
        q: `after:${month}`,
        finds: (section) => section.date !== null && section.date.slice(0, 7) > month,
      },
      ...authors.map((author) => ({
        q: `author:"${author}"`,
        finds: (section: Scanned) => section.authors.some((name) => name.includes(author)),
      })),
      ...concepts.map((concept) => ({
        q: `concept:${concept}`,
        finds: (section: Scanned) => section.concepts.includes(concept),
      })),
    ]);
  };
  const parts = [
    pick([phrase, near, phrase])(),
    ...[excluded, filter, phrase].filter(() => random() < 0.4).map((make) => make()),
  ];
  if (random() < 0.2) {
    const other = phrase();
    const [first, ...rest] = parts;
    return {
      q: [`${first!.q} OR ${other.q}`, ...rest.map(({ q }) => q)].join(' '),
      finds: (section) =>
        (first!.finds(section) || other.finds(section)) &&
        rest.every(({ finds }) => finds(section)),
    };
  }
  return {
    q: parts.map(({ q }) => q).join(' '),
    finds: (section) => parts.every(({ finds }) => finds(section)),
  };
}

function hasPhrase(found: readonly Token[], wanted: readonly string[]): boolean {
  return found.some((_, at) => wanted.every((form, next) => found[at + next]?.form === form));
}

function hasNear(
  found: readonly Token[],
  firsts: ReadonlySet<string>,
  seconds: ReadonlySet<string>,
  distance: number,
): boolean {
  return found.some(
    (token, at) =>
      firsts.has(token.form) &&
      found
        .slice(Math.max(0, at - distance), at + distance + 1)
        .some(({ form }) => seconds.has(form)),
  );
}
