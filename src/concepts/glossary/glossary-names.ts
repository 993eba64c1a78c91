// SKOS's rules for names: a name stands once in a concept, and no two concepts
// share one, for then nobody could say which of them a text speaks of.

import type { Problem } from '../../model.js';
import { nameKey } from '../words.js';
import { at, type Draft } from './draft.js';

/** Takes out the names that break a rule, and writes a problem for each. */
export function checkNames(drafts: readonly Draft[], problems: Problem[]): void {
  for (const draft of drafts) dropRepeated(draft, problems);
  const labels = claimLabels(drafts, problems);
  dropShared(drafts, labels, problems);
}

/** A name written twice in one concept: skos:prefLabel, altLabel and hiddenLabel are disjoint. */
function dropRepeated({ concept, source }: Draft, problems: Problem[]): void {
  const seen = new Map<string, string>([[lower(concept.label), 'label']]);
  for (const field of ['aliases', 'hidden'] as const) {
    concept[field] = concept[field].filter((name) => {
      const first = seen.get(lower(name));
      if (first === undefined) {
        seen.set(lower(name), field);
        return true;
      }
      problems.push({
        ...at(source, field),
        kind: 'concept-name-twice',
        what: `“${name}” stands in "${first}" already.`,
        how: `Take it out of "${field}".`,
      });
      return false;
    });
  }
}

function claimLabels(drafts: readonly Draft[], problems: Problem[]): Map<string, Draft> {
  const labels = new Map<string, Draft>();
  for (const draft of drafts) {
    const { concept, source } = draft;
    const first = labels.get(nameKey(concept.label));
    if (first === undefined) {
      labels.set(nameKey(concept.label), draft);
      continue;
    }
    problems.push({
      ...at(source, 'label'),
      kind: 'concept-name-claimed',
      what: `“${concept.label}” is the label of ${first.source.file} too, so it links to neither.`,
      how: 'Give one of the two another label.',
    });
  }
  return labels;
}

function dropShared(
  drafts: readonly Draft[],
  labels: Map<string, Draft>,
  problems: Problem[],
): void {
  const claims = new Map<string, Set<Draft>>();
  for (const draft of drafts) {
    for (const name of [...draft.concept.aliases, ...draft.concept.hidden]) {
      const claimants = claims.get(nameKey(name)) ?? new Set();
      claims.set(nameKey(name), claimants.add(draft));
    }
  }
  for (const draft of drafts) {
    const { concept, source } = draft;
    for (const field of ['aliases', 'hidden'] as const) {
      concept[field] = concept[field].filter((name) => {
        const key = nameKey(name);
        const owner = labels.get(key);
        const others = [...(claims.get(key) ?? [])].filter((other) => other !== draft);
        const rival = owner !== undefined && owner !== draft ? owner : others[0];
        if (rival === undefined) return true;
        const theirs = rival === owner ? 'the label of' : 'an alias of';
        problems.push({
          ...at(source, field),
          kind: 'concept-name-claimed',
          what: `“${name}” is ${theirs} ${rival.source.file} too, so it does not link here.`,
          how: `Keep it in one of the two files.`,
        });
        return false;
      });
    }
  }
}

function lower(name: string): string {
  return name.toLowerCase();
}
