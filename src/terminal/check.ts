// `backmatter check` on the terminal: what was read, and what to mend, by kind.

import { problemLine, type FactName, type Problem } from '../model.js';

interface CheckReport {
  files: number;
  /** How many issues have each fact, by where it was found. */
  facts: Partial<Record<FactName, Record<string, number>>>;
}

interface CheckCounts {
  issues: number;
  sections: number;
  concepts: number;
  mentions: number;
}

export function writeCheck(
  { files, facts }: CheckReport,
  counts: CheckCounts,
  problems: readonly Problem[],
): string {
  const lines = [
    `${files} files: ${counts.issues} issues, ${counts.sections} sections, ` +
      `${counts.concepts} concepts, ${counts.mentions} mentions.`,
    '',
    ...factLines(facts, counts.issues),
  ];
  for (const [kind, ofKind] of byKind(problems)) {
    lines.push(
      '',
      `${kind} (${ofKind.length})`,
      ...ofKind.map((problem) => `  ${problemLine(problem)}`),
    );
  }
  lines.push('', problems.length === 0 ? 'Nothing to mend.' : `${problems.length} to mend.`);
  return `${lines.join('\n')}\n`;
}

function factLines(facts: CheckReport['facts'], issues: number): string[] {
  return Object.entries(facts).map(([name, sources]) => {
    const known = Object.values(sources).reduce((sum, n) => sum + n, 0);
    const from = Object.entries(sources)
      .sort(([, a], [, b]) => b - a)
      .map(([source, n]) => `${source} ${n}`);
    if (known < issues) from.push(`unknown ${issues - known}`);
    return `${name.padEnd(12)}${from.join(', ')}`;
  });
}

function byKind(problems: readonly Problem[]): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    groups.set(problem.kind, [...(groups.get(problem.kind) ?? []), problem]);
  }
  return groups;
}
