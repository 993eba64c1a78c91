// People's names are no concepts: a newsletter is full of them, and they are
// rarer in the language than any term.

import type { Background } from './background.js';
import type { Candidate } from './candidate.js';
import type { Grammar } from './grammar.js';

/**
 * The candidates without those that are, or are part of, somebody's name: always
 * with capitals, and doing what people do, or of two words of which the last is
 * in no dictionary.
 */
export function withoutPeople(
  candidates: readonly Candidate[],
  background: Background | undefined,
  grammar: Grammar,
  isNamed: (candidate: Candidate) => boolean,
): Candidate[] {
  const common = new Set(
    candidates.flatMap((one) => (one.keys.length === 1 && !isProper(one) ? one.keys : [])),
  );
  const parts = new Set<string>();
  const people = new Set<Candidate>();
  for (const candidate of candidates) {
    if (isNamed(candidate) || !isPerson(candidate, common, background, grammar)) continue;
    people.add(candidate);
    if (candidate.keys.length <= 2) for (const key of candidate.keys) parts.add(key);
  }
  return candidates.filter(
    (candidate) =>
      !people.has(candidate) &&
      !(
        isProper(candidate) &&
        !isNamed(candidate) &&
        candidate.keys.every((key) => parts.has(key))
      ),
  );
}

/** Nearly always with a capital where prose has none. */
export function isProper({ forms }: Candidate): boolean {
  let [judged, capital] = [0, 0];
  for (const form of forms.values()) {
    judged += form.judged;
    if (form.capital) capital += form.judged;
  }
  return judged > 0 && capital >= 0.9 * judged;
}

function isPerson(
  candidate: Candidate,
  common: ReadonlySet<string>,
  background: Background | undefined,
  grammar: Grammar,
): boolean {
  const { keys, count, asPerson } = candidate;
  if (!isProper(candidate)) return false;
  if (asPerson >= Math.max(2, 0.05 * count)) return true;
  if (background === undefined || keys.length !== 2) return false;
  const [first, last] = keys as [string, string];
  // "Resolve Objections": who writes of objections elsewhere has no such person.
  // "Daily Standup", "Open Salary": nobody is called Daily.
  if (common.has(last) || grammar.mayBegin(first)) return false;
  return /^\p{L}{2,}$/u.test(first) && /^\p{L}{3,}$/u.test(last) && !background.has(last);
}
