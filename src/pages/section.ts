import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import type { Mention } from '../model.js';
import { parseSectionId, sectionId } from '../slug.js';
import { makePassage, type Passage } from './passage.js';

export interface SectionPage extends Passage {
  mentions: Omit<Mention, 'section'>[];
}

/**
 * Undefined when there is no such section.
 * @param id also a former one of it.
 */
export async function makeSectionPage(
  kb: KnowledgeBase,
  id: string,
): Promise<SectionPage | undefined> {
  const parts = parseSectionId(id);
  const entry = parts && (await kb.section(sectionId(parts.issue, parts.anchor)));
  return (
    entry && {
      ...(await makePassage(kb, entry)),
      mentions: entry.mentions.map(({ concept, place, words, start, end, linkable }) => ({
        concept,
        place,
        words,
        start,
        end,
        linkable,
      })),
    }
  );
}
