// `backmatter concepts` on the terminal.

import type { Concept } from '../model.js';
import { plain } from './plain.js';

interface ListedConcept {
  concept: Concept;
  issueCount: number;
  sectionCount: number;
}

interface Proposal {
  concept: Concept;
  issues: number;
  occurrences: number;
  evidence: { section: string; text: string }[];
}

/** A line each: issues, sections, label, and what else it is called. */
export function writeConcepts(concepts: readonly ListedConcept[]): string {
  if (concepts.length === 0) return 'No concepts.\n';
  const lines = concepts.map(({ concept, issueCount, sectionCount }) => {
    const also = concept.aliases.length > 0 ? ` (${concept.aliases.join(', ')})` : '';
    const found = concept.status === 'discovered' ? ', discovered' : '';
    return `${String(issueCount).padStart(6)}${String(sectionCount).padStart(9)}  ${plain(concept.label + also)}${found}`;
  });
  return ['issues sections  concept', ...lines, ''].join('\n');
}

/** Each with the sentences that speak for it, and how to take it or turn it down. */
export function writeProposals(proposals: readonly Proposal[]): string {
  if (proposals.length === 0) return 'Nothing to propose.\n';
  const blocks = proposals.map(({ concept, issues, occurrences, evidence }) =>
    [
      `${plain(concept.label)}  ${concept.slug}`,
      `  ${occurrences} times in ${issues} issues${concept.aliases.length > 0 ? `; also ${plain(concept.aliases.join(', '))}` : ''}`,
      ...evidence.map(({ section, text }) => `  “${plain(text)}” (${section})`),
    ].join('\n'),
  );
  const how =
    'Take one: backmatter concepts accept <name>. Turn one down: backmatter concepts reject <name>.';
  return `${blocks.join('\n\n')}\n\n${how}\n`;
}
