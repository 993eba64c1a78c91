// The runs of words that an archive uses again and again, and that could name
// something.

import { accountOf, type Candidate } from './candidate.js';
import { longerRuns, wordRuns } from './frequent-runs.js';
import type { Grammar } from './grammar.js';
import { keysOf, type Row } from './row.js';
import { isNamed } from './termhood.js';
import { findTitles } from './titles.js';

/**
 * All runs of words that stand at least `least` times in at least `leastIssues` issues,
 * or twice where one of them defines it.
 */
export function findCandidates(
  row: Row,
  grammar: Grammar,
  least: number,
  leastIssues: number,
): Candidate[] {
  const candidates: Candidate[] = [];
  let runs = wordRuns(row, RARE, (key) => canStandInName(key, grammar));
  for (;;) {
    const { length, count, places, first } = runs;
    for (let run = 0; run < count; run += 1) {
      const at = places.subarray(first[run], first[run + 1]);
      if (!isPromising(at, row, least)) continue;
      if (!canName(keysOf({ start: at[0]!, length }, row), grammar)) continue;
      const candidate = accountOf(at, length, row, grammar);
      if (isEligible(candidate, least, leastIssues)) candidates.push(candidate);
    }
    if (count === 0 || length === grammar.longest) break;
    runs = longerRuns(runs, RARE);
  }
  candidates.push(...findTitles(row, candidates, grammar));
  countFree(candidates);
  return candidates;
}

/** What stands once can be anything. */
const RARE = 2;

/** Frequent and widespread, or rare but defined or written as a title. */
function isEligible(candidate: Candidate, least: number, leastIssues: number): boolean {
  const { keys, count, issues, defined, titled, led, apart } = candidate;
  if (isNamed(candidate)) return true;
  if (count >= least && issues >= leastIssues) return true;
  if (apart > 1 && issues > 1) return true;
  if (defined > 0 || (titled > 1 && titled >= count / 2)) return true;
  return keys.length > 1 && led > 0 && count > led;
}

function canStandInName(key: string, grammar: Grammar): boolean {
  if (!grammar.isFunctionWord(key) || grammar.isJoint(key) || grammar.isArticle(key)) return true;
  return grammar.mayBegin(key) || grammar.mayEnd(key);
}

/**
 * Whether a run at these places could be eligible: most runs are rare and in lower case
 * within a sentence, and to take account of them all would cost half the time.
 */
function isPromising(
  at: Int32Array,
  { stretches, stretchOf, starts }: Row,
  least: number,
): boolean {
  if (at.length >= least) return true;
  return at.some((place) => {
    const { opens, leads, text, first } = stretches[stretchOf[place]!]!;
    const letter = text.charCodeAt(starts[place]!);
    const small = letter >= 0x61 && letter <= 0x7a;
    return !small || ((opens || leads) && place <= first + 1);
  });
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
