// Links from one issue's file to another's, which lead to its page here.

import { posix } from 'node:path';
import type { Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import { anchor, issueSlug, sectionId, type IssueSlug } from '../slug.js';
import { urls } from '../urls.js';

/**
 * Leads the links to Markdown files of the archive to the issues that those
 * files are; changes the tree. @param file the file that the tree was read from.
 */
export async function linkIssues(kb: KnowledgeBase, tree: Root, file: string): Promise<void> {
  const links: Link[] = [];
  visit(tree, 'link', (link) => {
    if (MARKDOWN_FILE.test(link.url)) links.push(link);
  });
  for (const link of links) {
    const url = await addressOf(kb, link.url, file);
    if (url === null) continue;
    link.url = url;
    link.data = { hProperties: { className: ['issue'] } };
  }
}

/** Relative, and a Markdown file, perhaps with a fragment. */
const MARKDOWN_FILE = /^(?![a-z][a-z\d+.-]*:|\/)[^?#]+\.(?:md|markdown)(?:#|$)/i;

async function addressOf(kb: KnowledgeBase, link: string, from: string): Promise<string | null> {
  const [path = '', fragment] = decoded(link).split('#');
  const file = posix.join(posix.dirname(from), path);
  const slug = await slugOfFile(kb, file);
  if (slug === null) return null;
  return fragment ? urls.section(sectionId(slug, anchor(fragment))) : urls.issue(slug);
}

/** An issue is named by its file, unless its front matter names it. */
async function slugOfFile(kb: KnowledgeBase, file: string): Promise<IssueSlug | null> {
  const path = file.replace(/\.[^./]+$/, '');
  const names = [posix.basename(path), posix.basename(posix.dirname(path)), path];
  for (const slug of names.map(issueSlug)) {
    const entry = await kb.issue(slug);
    if (entry?.issue.file === file) return slug;
  }
  return null;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
