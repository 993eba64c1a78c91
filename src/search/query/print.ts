// A question as it was read, in the query language with nothing left implied.

import { fold } from '../../text/fold.js';
import type { Clause } from './clause.js';

/** @param unused folded words that were not searched; they are left out. */
export function printClause(clause: Clause, unused: ReadonlySet<string> = new Set()): string {
  switch (clause.kind) {
    case 'word':
      return clause.word;
    case 'prefix':
      return `${clause.word}*`;
    case 'phrase':
      return `"${clause.words}"`;
    case 'near':
      return clause.literal
        ? `"${clause.words}"~${clause.distance}`
        : `near:${clause.distance}(${clause.words})`;
    case 'in':
      return `in:${clause.field}`;
    case 'facet':
      return `${clause.facet}:${value(clause.value)}`;
    case 'issue':
      return `issue:${value(clause.value)}`;
    case 'period':
      return [
        clause.from === null ? '' : `from ${clause.from}`,
        clause.to === null ? '' : `before ${clause.to}`,
      ]
        .filter((part) => part !== '')
        .join(' ');
    case 'not':
      return `NOT ${inner(clause.clause, unused)}`;
    case 'all':
      return printAll(clause.clauses, ' AND ', unused);
    case 'any':
      return printAll(clause.clauses, ' OR ', unused);
  }
}

function printAll(
  clauses: readonly Clause[],
  between: string,
  unused: ReadonlySet<string>,
): string {
  return clauses
    .filter((clause) => clause.kind !== 'word' || !unused.has(fold(clause.word)))
    .map((clause) => inner(clause, unused))
    .filter((printed) => printed !== '' && printed !== '()')
    .join(between);
}

function inner(clause: Clause, unused: ReadonlySet<string>): string {
  const printed = printClause(clause, unused);
  return clause.kind === 'all' || clause.kind === 'any' ? `(${printed})` : printed;
}

function value(text: string): string {
  return /[\s()]/u.test(text) ? `"${text}"` : text;
}
