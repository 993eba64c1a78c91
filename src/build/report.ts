// What a build tells whoever asked for it.

import type { SettledIssue } from '../archive/settle.js';
import type { FactName, FactSource } from '../model.js';

export interface BuildReport {
  /** Files that hold issues; those of the glossary are not counted. */
  files: number;
  /** The publication of most issues; null where none is known. */
  publication: string | null;
  /** The language of most issues, such as `en`; null where none is known. */
  language: string | null;
  /** How many issues have each fact, by where it was found. */
  facts: Partial<Record<FactName, Partial<Record<FactSource, number>>>>;
  problems: number;
}

export function makeReport(
  files: number,
  issues: readonly SettledIssue[],
  problems: number,
): BuildReport {
  return {
    files,
    publication: mostCommon(issues.flatMap(({ publication }) => publication ?? [])),
    language: languageOf(issues),
    facts: countFacts(issues),
    problems,
  };
}

/** Of most issues, without a region. */
export function languageOf(issues: readonly SettledIssue[]): string | null {
  return mostCommon(issues.flatMap(({ language }) => language?.split('-')[0] ?? []));
}

function mostCommon(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function countFacts(issues: readonly SettledIssue[]): BuildReport['facts'] {
  const facts: BuildReport['facts'] = {};
  for (const { sources } of issues) {
    for (const [name, source] of Object.entries(sources) as [FactName, FactSource][]) {
      const counts = (facts[name] ??= {});
      counts[source] = (counts[source] ?? 0) + 1;
    }
  }
  return facts;
}
