// A question as it was read, in the query language with nothing left implied.

import type { Clause } from './clause.js';

export function printClause(clause: Clause): string {
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
      return `NOT ${inner(clause.clause)}`;
    case 'all':
      return clause.clauses.map(inner).join(' AND ');
    case 'any':
      return clause.clauses.map(inner).join(' OR ');
  }
}

function inner(clause: Clause): string {
  const printed = printClause(clause);
  return clause.kind === 'all' || clause.kind === 'any' ? `(${printed})` : printed;
}

function value(text: string): string {
  return /[\s()]/u.test(text) ? `"${text}"` : text;
}
