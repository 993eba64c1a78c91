// Takes the front matter off a file, in whichever dialect it is written.

import type { Problem } from '../model.js';
import { readHeaderLines } from './header-lines.js';
import { readFencedMatter } from './fenced-matter.js';

export interface FrontMatter {
  /** Keys as written. Nothing that content could run, and no key of Object's own. */
  data: Record<string, unknown>;
  /** The line of the file on which each top key stands, from 1. */
  lines: Record<string, number>;
  /** `front matter`: between fences. `header lines`: `Title: …` and the like, without. */
  form: 'front matter' | 'header lines' | 'none';
  /** The rest, with the front matter's lines left empty: line numbers stay the file's. */
  body: string;
  problems: Problem[];
}

/**
 * Knows YAML between `---`, TOML between `+++`, JSON (Hugo, Jekyll, Obsidian,
 * Buttondown), lines such as `Title: …` without a fence (Pelican, mail) and the
 * block `[#]: subject: (…)` (LCTT). Never throws: what is broken is a problem,
 * and the body is there all the same.
 */
export function readFrontMatter(file: string, text: string): FrontMatter {
  return (
    readFencedMatter(file, text) ??
    readHeaderLines(text) ?? { data: {}, lines: {}, form: 'none', body: text, problems: [] }
  );
}
