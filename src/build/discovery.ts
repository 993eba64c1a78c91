// The search for concepts itself, over issues that come packed.

import { issueIn } from '../archive/packed-reading.js';
import { applySettled } from '../archive/settle.js';
import { gatherAcronyms } from '../concepts/acronym-names.js';
import { discoverConcepts } from '../concepts/discovery.js';
import type { Issue } from '../model.js';
import type { Found, Known, PackedIssue } from './discover.js';

export function unpack({ packed, settled }: PackedIssue): Issue {
  return applySettled(issueIn(packed)!, settled);
}

export function discoverIn(issues: readonly Issue[], { concepts, rejected }: Known): Found {
  return {
    discoveries: discoverConcepts(issues, { known: concepts, rejected }),
    acronyms: gatherAcronyms(issues.flatMap(({ sections }) => sections.map(({ text }) => text))),
  };
}
