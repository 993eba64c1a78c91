// One file of the glossary, read: front matter and Markdown, not yet a concept.

import type { ConceptFile, Problem } from '../model.js';
import { conceptSlug } from '../slug.js';
import { plainText } from '../text/plain-text.js';
import { cleanSource, cleanTree, elementRules } from './clean/rules.js';
import { decodeText } from './decode.js';
import { readFrontMatter } from './front-matter.js';
import { parseMarkdown } from './markdown.js';
import type { Source } from './read-issue.js';

export interface ConceptReading {
  /** Null when the file is no text. */
  concept: ConceptFile | null;
  problems: Problem[];
}

/** Never throws. */
export function readConceptFile(source: Source): ConceptReading {
  const { file } = source;
  const { text, problems } = decodeText(file, source.bytes);
  if (text === null) return { concept: null, problems };
  const matter = readFrontMatter(file, text);
  const none = new Set<string>();
  const { tree, problems: faults } = parseMarkdown(
    file,
    cleanSource(matter.body, none),
    elementRules(none),
  );
  cleanTree(tree, none);
  const concept: ConceptFile = {
    file,
    slug: conceptSlug(nameOf(file)),
    data: matter.data,
    lines: matter.lines,
    tree,
    text: plainText(tree).text,
  };
  return { concept, problems: [...problems, ...matter.problems, ...faults] };
}

function nameOf(file: string): string {
  const parts = file.replace(/\.[^./]+$/, '').split('/');
  const last = parts.at(-1)!;
  return last === 'index' && parts.length > 1 ? parts.at(-2)! : last;
}
