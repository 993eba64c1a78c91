import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import type { Page } from '../model.js';
import { isSlug, parseSectionId, sectionId, type ConceptSlug, type SectionId } from '../slug.js';
import { once, lastDayOf, optional, readParameters, when, type Parameters } from './parameters.js';
import { relationItem, type RelationItem } from './relation-item.js';
import { RequestError } from './request-error.js';

const LIMIT = 12;

/**
 * What is nearest to a concept or a section, each with its reasons.
 * Throws a RequestError: 400 when `to` is neither's name, 404 when there is none of that name.
 */
export async function makeRelatedPage(
  kb: KnowledgeBase,
  given: Parameters,
): Promise<Page<RelationItem>> {
  const { to, asof } = readParameters({ to: optional(once), asof: when }, given);
  const name = nameOf(to ?? '');
  const relations = await kb.related(name, LIMIT, lastDayOf(asof));
  if (!relations)
    throw new RequestError({
      kind: 'no such',
      noun: name.includes('#') ? 'section' : 'concept',
      name,
    });
  const concept = name.includes('#') ? undefined : await kb.concept(name as ConceptSlug);
  const from = concept ? { slug: concept.concept.slug, label: concept.concept.label } : null;
  const items = relations.map((relation) => relationItem(relation, from, asof));
  return { total: items.length, page: 1, perPage: LIMIT, items };
}

function nameOf(to: string): ConceptSlug | SectionId {
  const section = parseSectionId(to);
  if (section) return sectionId(section.issue, section.anchor);
  if (isSlug(to)) return to as ConceptSlug;
  throw new RequestError({ kind: 'malformed', name: 'to', rule: 'slugOrId' });
}
