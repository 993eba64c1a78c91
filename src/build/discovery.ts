// The search for concepts itself, over issues that come packed.

import { issueIn } from '../archive/packed-reading.js';
import { applySettled } from '../archive/settle.js';
import { gatherAcronyms, withAcronyms } from '../concepts/acronyms/acronym-names.js';
import { discoverConcepts, sectionTexts } from '../concepts/discovery/discovery.js';
import { issueText } from '../concepts/discovery/issue-text.js';
import { handLinked, learnLinks, NOTHING_LEARNED } from '../concepts/links/linked-passages.js';
import type { Issue } from '../model.js';
import { atOnce } from '../turns.js';
import type { Found, Known, PackedIssue } from './discover.js';

export function discoverIn(packed: readonly PackedIssue[], { concepts, rejected }: Known): Found {
  const issues = unpacked(packed);
  const slugs = new Set<string>(packed.map(({ settled }) => settled.slug));
  const texts = Array.from(issues, issueText);
  const acronyms = gatherAcronyms(sectionTexts(texts));
  return {
    discoveries: discoverConcepts(texts, { known: concepts, rejected, acronyms }),
    acronyms,
    // Without concepts nobody could link to one, and the trees need not be read again.
    links:
      concepts.length === 0
        ? NOTHING_LEARNED
        : learnLinks(handLinked(issues, slugs, concepts), atOnce(withAcronyms(concepts, acronyms))),
  };
}

/**
 * The issues, unpacked anew by whoever goes through them, and let go one by one: the
 * trees of an archive take many times the room of its texts.
 */
function unpacked(packed: readonly PackedIssue[]): Iterable<Issue> {
  return {
    *[Symbol.iterator]() {
      for (const { packed: reading, settled } of packed)
        yield applySettled(issueIn(reading)!, settled);
    },
  };
}
