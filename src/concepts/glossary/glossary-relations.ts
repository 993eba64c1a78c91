// SKOS's rules for relations: they lead to concepts that exist, `broader` never
// comes back to where it began, and `related` joins only concepts of which
// neither is broader than the other.

import type { Problem } from '../../model.js';
import type { ConceptSlug } from '../../slug.js';
import { at, findConcept, type Draft } from './draft.js';

/** Fills `broader`, `narrower` and `related` from what the files want, and writes the problems. */
export function checkRelations(drafts: readonly Draft[], problems: Problem[]): void {
  const find = findConcept(drafts);
  const bySlug = new Map(drafts.map((draft) => [draft.concept.slug, draft]));
  for (const draft of drafts) {
    for (const wide of resolve(draft, 'broader', find, problems))
      addBroader(draft, wide, draft, 'broader', bySlug, problems);
    for (const narrow of resolve(draft, 'narrower', find, problems))
      addBroader(narrow, draft, draft, 'narrower', bySlug, problems);
  }
  for (const draft of drafts) {
    for (const other of resolve(draft, 'related', find, problems))
      addRelated(draft, other, bySlug, problems);
  }
}

type Kind = 'broader' | 'narrower' | 'related';

function resolve(
  draft: Draft,
  kind: Kind,
  find: (written: string) => Draft | undefined,
  problems: Problem[],
): Draft[] {
  return draft.wanted[kind].flatMap((written) => {
    const found = find(written);
    if (found !== undefined && found !== draft) return [found];
    const itself = found === draft;
    problems.push({
      ...at(draft.source, kind),
      kind: itself ? 'concept-itself' : 'concept-unknown',
      what: itself
        ? `"${kind}" names the concept itself.`
        : `"${kind}" names “${written}”, which is no concept.`,
      how: itself
        ? `Take “${written}” out.`
        : `Correct the name, or write a concept file with that label.`,
    });
    return [];
  });
}

function addBroader(
  narrow: Draft,
  wide: Draft,
  writer: Draft,
  kind: Kind,
  bySlug: Map<ConceptSlug, Draft>,
  problems: Problem[],
): void {
  if (narrow.concept.broader.includes(wide.concept.slug)) return;
  const path = wayUp(wide, narrow.concept.slug, bySlug);
  if (path !== undefined) {
    const labels = [narrow, ...path].map((draft) => `“${draft.concept.label}”`);
    problems.push({
      ...at(writer.source, kind),
      kind: 'concept-cycle',
      what: `"${kind}" goes in a circle: ${labels.join(' is within ')}.`,
      how: 'Take out the one of these that is not so.',
    });
    return;
  }
  narrow.concept.broader.push(wide.concept.slug);
  wide.concept.narrower.push(narrow.concept.slug);
}

function addRelated(
  one: Draft,
  other: Draft,
  bySlug: Map<ConceptSlug, Draft>,
  problems: Problem[],
): void {
  if (one.concept.related.includes(other.concept.slug)) return;
  const [narrow, wide] =
    wayUp(one, other.concept.slug, bySlug) !== undefined
      ? [one, other]
      : wayUp(other, one.concept.slug, bySlug) !== undefined
        ? [other, one]
        : [];
  if (narrow !== undefined && wide !== undefined) {
    problems.push({
      ...at(one.source, 'related'),
      kind: 'concept-related-broader',
      what: `“${wide.concept.label}” is broader than “${narrow.concept.label}” already, so they are not "related" as well.`,
      how: `Take “${other.concept.label}” out of "related".`,
    });
    return;
  }
  one.concept.related.push(other.concept.slug);
  other.concept.related.push(one.concept.slug);
}

/** The concepts from `from` up to `to`, both included; undefined when `to` is not above it. */
function wayUp(from: Draft, to: ConceptSlug, bySlug: Map<ConceptSlug, Draft>): Draft[] | undefined {
  const stack: Draft[][] = [[from]];
  const seen = new Set<ConceptSlug>();
  for (let path = stack.pop(); path !== undefined; path = stack.pop()) {
    const last = path[path.length - 1]!;
    if (last.concept.slug === to) return path;
    if (seen.has(last.concept.slug)) continue;
    seen.add(last.concept.slug);
    for (const slug of last.concept.broader) stack.push([...path, bySlug.get(slug)!]);
  }
  return undefined;
}
