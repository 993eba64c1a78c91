// A question once more, in the query language, with every word to be found as
// it is written.

import type { Clause } from './clause.js';

export function literally(clause: Clause): string {
  switch (clause.kind) {
    case 'word':
      return `"${clause.word}"`;
    case 'prefix':
      return `${clause.word}*`;
    case 'phrase':
      return `"${clause.words}"`;
    case 'near':
      return `"${clause.words}"~${clause.distance}`;
    case 'in':
      return `in:${clause.field}`;
    case 'facet':
      return `${clause.facet === 'language' ? 'lang' : clause.facet}:${quoted(clause.value)}`;
    case 'issue':
      return `issue:${quoted(clause.value)}`;
    case 'period':
      return clause.written;
    case 'not':
      return `-${part(clause.clause)}`;
    case 'all':
      return clause.clauses.map(part).join(' ');
    case 'any':
      return clause.clauses.map(part).join(' OR ');
  }
}

/** In parentheses where it is more than one sign or word. */
function part(clause: Clause): string {
  const isGroup = clause.kind === 'all' || clause.kind === 'any';
  return isGroup ? `(${literally(clause)})` : literally(clause);
}

function quoted(value: string): string {
  return /[\s()]/u.test(value) ? `"${value}"` : value;
}
