// The concepts as a graph: drawn, and as a list that says the same.

import type { KnowledgeBase, Relation } from '../knowledge-base/knowledge-base.js';
import type { ConceptSlug } from '../slug.js';
import { urls } from '../urls.js';
import { conceptItem, type ConceptItem } from './concept-item.js';
import { mainConcepts } from './concepts.js';
import type { Drawing } from './map-layout.js';
import { lastDayOf, readParameters, when, type Parameters } from './parameters.js';
import { relationItem, type RelationItem } from './relation-item.js';

export interface MapPage {
  /** All concepts of the archive; the map holds the main ones. */
  total: number;
  /** By label. */
  concepts: MapEntry[];
  drawing: Drawing<MapNode>;
  /** The month or day at whose end the archive is looked at; null for now. */
  asof: string | null;
}

export interface MapEntry {
  concept: ConceptItem;
  url: string;
  /** Its nearest on the map, with their reasons. */
  related: RelationItem[];
}

export interface MapNode {
  id: ConceptSlug;
  /** 0 to 1; the circle's radius goes by it. */
  size: number;
  label: string;
  url: string;
  discovered: boolean;
  /** How many speak of it. */
  issues: number;
}

/** More names than these cannot be read on one drawing. */
const MAX_CONCEPTS = 60;
/** Nearest ones listed for each concept, and drawn as lines. */
const LISTED = 5;
const DRAWN = 3;

export async function makeMapPage(kb: KnowledgeBase, given: Parameters): Promise<MapPage> {
  const { asof } = readParameters({ asof: when }, given);
  const asOf = lastDayOf(asof);
  const all = await kb.concepts(asOf);
  const main = mainConcepts(all, MAX_CONCEPTS);
  const related = await kb.relatedAmong(
    main.map(({ concept }) => concept.slug),
    LISTED,
    asOf,
  );
  const shown = new Set(main.map(({ concept }) => concept.slug));
  const entries = all
    .filter(({ concept }) => shown.has(concept.slug))
    .map((entry): MapEntry => {
      const { slug, label } = entry.concept;
      return {
        concept: conceptItem(entry),
        url: urls.concept(slug, { asof }),
        related: (related.get(slug) ?? []).map((relation) =>
          relationItem(relation, { slug, label }, asof),
        ),
      };
    });
  // The same relations, until the archive changes, make the same drawing, for all who wait for it.
  const drawing = drawings.get(related) ?? draw(entries);
  drawings.set(related, drawing);
  return { total: all.length, concepts: entries, drawing: await drawing, asof: asof ?? null };
}

const drawings = new WeakMap<object, Promise<Drawing<MapNode>>>();

async function draw(entries: readonly MapEntry[]): Promise<Drawing<MapNode>> {
  const most = Math.max(1, ...entries.map(({ concept }) => concept.issues));
  const nodes = entries.map(({ concept, url }) => ({
    id: concept.slug,
    // An area tells how many better than a radius does.
    size: Math.sqrt(concept.issues / most),
    label: concept.label,
    url,
    discovered: concept.status === 'discovered',
    issues: concept.issues,
  }));
  const links = entries.flatMap(({ concept, related }) =>
    related.slice(0, DRAWN).flatMap((relation) => linkTo(concept.slug, relation)),
  );
  const { layOut } = await import('./map-layout.js');
  return layOut(nodes, links);
}

function linkTo(
  from: string,
  { to, score }: Relation,
): { from: string; to: string; weight: number }[] {
  return to.kind === 'concept' ? [{ from, to: to.slug, weight: score }] : [];
}
