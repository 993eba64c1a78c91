// The runs of words that an archive uses again and again, and that could name
// something.

import { countOccurrence, emptyCandidate, type Candidate } from './candidate.js';
import { longerRuns, NONE, wordRuns, type Runs } from './frequent-runs.js';
import type { Grammar } from './grammar.js';
import type { Stretch } from './reading.js';
import { isNamed } from './termhood.js';
import { findTitles } from './titles.js';

/**
 * All runs of words that stand at least `least` times in at least `leastIssues` issues,
 * or twice where one of them defines it.
 */
export function findCandidates(
  stretches: readonly Stretch[],
  grammar: Grammar,
  least: number,
  leastIssues: number,
): Candidate[] {
  const candidates: Candidate[] = [];
  let runs = wordRuns(stretches, RARE, (key) => canStandInName(key, grammar));
  for (let length = 1; length <= grammar.longest && runs.keys.length > 0; length += 1) {
    const promising = findPromising(runs, stretches, least);
    const naming = runs.keys.map((keys, run) =>
      promising[run] === 1 && canName(keys, grammar) ? emptyCandidate(keys) : undefined,
    );
    stretches.forEach((stretch, index) => {
      runs.at[index]!.forEach((run, start) => {
        const candidate = run === NONE ? undefined : naming[run];
        if (candidate !== undefined) countOccurrence(candidate, stretch, start, length, grammar);
      });
    });
    for (const candidate of naming)
      if (candidate !== undefined && isEligible(candidate, least, leastIssues))
        candidates.push(candidate);
    runs = longerRuns(runs, RARE);
  }
  candidates.push(...findTitles(stretches, candidates, grammar));
  countFree(candidates);
  return candidates;
}

/** What stands once can be anything. */
const RARE = 2;

/** Frequent and widespread, or rare but defined or written as a title. */
function isEligible(candidate: Candidate, least: number, leastIssues: number): boolean {
  const { keys, count, issues, defined, titled, led, apart } = candidate;
  if (isNamed(candidate)) return true;
  if (count >= least && issues.size >= leastIssues) return true;
  if (apart > 1 && issues.size > 1) return true;
  if (defined > 0 || (titled > 1 && titled >= count / 2)) return true;
  return keys.length > 1 && led > 0 && count > led;
}

function canStandInName(key: string, grammar: Grammar): boolean {
  if (!grammar.isFunctionWord(key) || grammar.isJoint(key) || grammar.isArticle(key)) return true;
  return grammar.mayBegin(key) || grammar.mayEnd(key);
}

/**
 * The runs that could be eligible, as ones: most runs are rare and in lower case
 * within a sentence, and to keep accounts of them all would cost half the time.
 */
function findPromising(
  { keys, at }: Runs,
  stretches: readonly Stretch[],
  least: number,
): Uint8Array {
  const counts = new Int32Array(keys.length);
  const promising = new Uint8Array(keys.length);
  at.forEach((runs, index) => {
    const { opens, leads, place, section, starts } = stretches[index]!;
    const text = place === 'heading' ? section.heading : section.text;
    for (let start = 0; start < runs.length; start += 1) {
      const run = runs[start]!;
      if (run === NONE || promising[run] === 1) continue;
      const first = text.charCodeAt(starts[start]!);
      const small = first >= 0x61 && first <= 0x7a;
      const begins = (opens || leads) && start <= 1;
      if (++counts[run]! >= least || begins || !small) promising[run] = 1;
    }
  });
  return promising;
}

function canName(keys: readonly string[], grammar: Grammar): boolean {
  const [first, last] = [keys[0]!, keys[keys.length - 1]!];
  const several = keys.length > 1;
  if (grammar.isFunctionWord(first) && !(several && grammar.mayBegin(first))) return false;
  if (grammar.isFunctionWord(last) && !(several && grammar.mayEnd(last))) return false;
  if (grammar.namesNothing(keys) || !/\p{L}/u.test(last)) return false;
  if (!keys.every((key) => /[\p{L}\p{N}]/u.test(key))) return false;
  if (keys.length === 1 && /^(?:.|\p{N}.*)$/u.test(first) && !/\p{L}.*\p{L}/u.test(first))
    return false;
  const joints = keys.slice(1, -1).filter((key) => grammar.isFunctionWord(key));
  // "cost of delay", "infrastructure as a service".
  return (
    joints.length <= 2 &&
    joints.every((key) => grammar.isJoint(key) || (joints.length === 2 && grammar.isArticle(key)))
  );
}

/**
 * C-value takes off what stands within longer names. A single word keeps more:
 * "agile" in "agile development" still speaks of the agile. Of several words
 * what is always continued on one side is a fragment: "centered design".
 */
function countFree(candidates: readonly Candidate[]): void {
  const extended = new Map<string, { left: number; right: number; most: number; names: number }>();
  const add = (keys: readonly string[], count: number, left: number, right: number) => {
    const key = keys.join(' ');
    const nested = extended.get(key) ?? { left: 0, right: 0, most: 0, names: 0 };
    nested.left += left;
    nested.right += right;
    nested.most = Math.max(nested.most, count);
    nested.names += 1;
    extended.set(key, nested);
  };
  for (const { keys, count } of candidates) {
    if (keys.length === 1) continue;
    add(keys.slice(1), count, count, 0);
    add(keys.slice(0, -1), count, 0, count);
    // No candidate stands between a long title and what stands deep within it.
    if (keys.length > 4)
      for (let cut = 2; cut < keys.length - 1; cut += 1) {
        add(keys.slice(cut), count, count, 0);
        add(keys.slice(0, -cut), count, 0, count);
      }
  }
  for (const candidate of candidates) {
    const nested = extended.get(candidate.keys.join(' '));
    if (nested === undefined) candidate.free = candidate.count;
    else if (candidate.keys.length === 1)
      candidate.free =
        candidate.count - Math.max(nested.most, (nested.left + nested.right) / nested.names);
    else candidate.free = candidate.count - Math.max(nested.left, nested.right);
  }
}
