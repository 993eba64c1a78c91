// Links from one file of the archive to another, which lead to its page here.

import { posix } from 'node:path';
import type { Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import { anchor, conceptSlug, issueSlug, sectionId } from '../slug.js';
import type { ConceptSlug, IssueSlug } from '../slug.js';
import { urls } from '../urls.js';

/**
 * Leads the links to Markdown files of the archive to the issues and concepts that
 * those files are; changes the tree. @param file the file that the tree was read from.
 */
export async function linkFiles(kb: KnowledgeBase, tree: Root, file: string): Promise<void> {
  const links: Link[] = [];
  visit(tree, 'link', (link) => {
    if (MARKDOWN_FILE.test(link.url)) links.push(link);
  });
  for (const link of links) {
    const page = await pageOf(kb, link.url, file);
    if (page === null) continue;
    link.url = page.url;
    link.data = { hProperties: { className: [page.kind] } };
  }
}

/** Relative, and a Markdown file, perhaps with a fragment. */
const MARKDOWN_FILE = /^(?![a-z][a-z\d+.-]*:|\/)[^?#]+\.(?:md|markdown)(?:#|$)/i;

async function pageOf(
  kb: KnowledgeBase,
  link: string,
  from: string,
): Promise<{ url: string; kind: 'issue' | 'concept' } | null> {
  const [path = '', fragment] = decoded(link).split('#');
  const file = posix.join(posix.dirname(from), path);
  const issue = await issueOfFile(kb, file);
  if (issue !== null) {
    const url = fragment ? urls.section(sectionId(issue, anchor(fragment))) : urls.issue(issue);
    return { url, kind: 'issue' };
  }
  const concept = await conceptOfFile(kb, file);
  return concept && { url: urls.concept(concept), kind: 'concept' };
}

/** An issue is named by its file, unless its front matter names it. */
async function issueOfFile(kb: KnowledgeBase, file: string): Promise<IssueSlug | null> {
  const path = file.replace(/\.[^./]+$/, '');
  const names = [posix.basename(path), posix.basename(posix.dirname(path)), path];
  for (const slug of names.map(issueSlug)) {
    const entry = await kb.issue(slug);
    if (entry?.issue.file === file) return slug;
  }
  return null;
}

/** A concept is named by its file. */
async function conceptOfFile(kb: KnowledgeBase, file: string): Promise<ConceptSlug | null> {
  const slug = conceptSlug(posix.basename(file).replace(/\.[^./]+$/, ''));
  const entry = await kb.concept(slug);
  return entry?.concept.file === file ? slug : null;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
