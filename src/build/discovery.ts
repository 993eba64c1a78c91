// The search for concepts itself, over issues that come packed.

import { issueIn } from '../archive/packed-reading.js';
import { applySettled } from '../archive/settle.js';
import { gatherAcronyms, withAcronyms } from '../concepts/acronyms/acronym-names.js';
import { discoverConcepts } from '../concepts/discovery/discovery.js';
import { handLinked, learnLinks } from '../concepts/links/linked-passages.js';
import type { Issue } from '../model.js';
import { atOnce } from '../turns.js';
import type { Found, Known, PackedIssue } from './discover.js';

export function unpack({ packed, settled }: PackedIssue): Issue {
  return applySettled(issueIn(packed)!, settled);
}

export function discoverIn(issues: readonly Issue[], { concepts, rejected }: Known): Found {
  const acronyms = gatherAcronyms(
    issues.flatMap(({ sections }) => sections.map(({ text }) => text)),
  );
  return {
    discoveries: discoverConcepts(issues, { known: concepts, rejected, acronyms }),
    acronyms,
    links: learnLinks(handLinked(issues, concepts), atOnce(withAcronyms(concepts, acronyms))),
  };
}
