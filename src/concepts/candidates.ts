// The runs of words that an archive uses again and again, and that could name
// something.

import type { Stretch } from './reading.js';

export interface Candidate {
  keys: string[];
  /** Occurrences in text and headings. */
  count: number;
  /** Occurrences outside of longer candidates: what C-value counts (Frantzi et al. 2000). */
  free: number;
  issues: Set<number>;
  headings: number;
  /** Different words before and after it: a fragment has few. */
  before: Set<string>;
  after: Set<string>;
  /** Occurrences after a word that goes before verbs, and after one that goes before nouns. */
  asVerb: number;
  asNoun: number;
  /** Occurrences that no other content word follows: an adjective has few. */
  asHead: number;
  /** Sentences that begin with it and go on "is a…": what is so spoken of is being defined. */
  defined: number;
  /** Of these, those that begin a section. */
  introduced: number;
  /** Occurrences with capitals on every word where prose has none. */
  titled: number;
  /** Occurrences that are a line of their own or lead one in. */
  led: number;
  /** Occurrences before what people do: "said", "laughed", "who". */
  asPerson: number;
  forms: Map<string, Form>;
}

/** A way to write the candidate. */
interface Form {
  count: number;
  /** Occurrences where a capital would say something, and those that have one. */
  judged: number;
  capital: number;
}

export interface Grammar {
  /** Begins or ends no name. */
  isFunctionWord(key: string): boolean;
  /** Begins no name alone, but some of several words: "open source"; and ends some: "use case". */
  mayBegin(key: string): boolean;
  mayEnd(key: string): boolean;
  /** May stand within a name: "cost of delay". */
  isJoint(key: string): boolean;
  /** A sentence's beginning or a mere activity: "18F worked". */
  namesNothing(keys: readonly string[]): boolean;
  beforeVerb(key: string): boolean;
  beforeNoun(key: string): boolean;
  /** Follows people's names: "said". */
  afterPerson(key: string): boolean;
  /** Stands between a name and what the name is: "is". */
  isCopula(key: string): boolean;
  isArticle(key: string): boolean;
  /** A joint that makes a name only of words written as a title. */
  isLooseJoint(key: string): boolean;
  /** In words; in characters for scripts without blanks. */
  longest: number;
}

/**
 * All runs of words that stand at least `least` times in at least `leastIssues`
 * issues, or twice where one of them defines it. A run is counted only where both its beginning and its end are
 * frequent, so that memory stays in proportion to what is found.
 */
export function findCandidates(
  stretches: readonly Stretch[],
  grammar: Grammar,
  least: number,
  leastIssues: number,
): Candidate[] {
  const candidates: Candidate[] = [];
  let runs = wordRuns(stretches, RARE, grammar);
  for (let length = 1; length <= grammar.longest && runs.keys.length > 0; length += 1) {
    const promising = findPromising(runs, stretches, least);
    const naming = runs.keys.map((keys, run) =>
      promising[run] === 1 && canName(keys, grammar) ? emptyCandidate(keys) : undefined,
    );
    stretches.forEach((stretch, index) => {
      runs.at[index]!.forEach((run, start) => {
        const candidate = run === NONE ? undefined : naming[run];
        if (candidate !== undefined) count(candidate, stretch, start, length, grammar);
      });
    });
    for (const candidate of naming)
      if (candidate !== undefined && isEligible(candidate, least, leastIssues))
        candidates.push(candidate);
    runs = longerRuns(runs, RARE);
  }
  countFree(candidates);
  return candidates;
}

/** What stands once can be anything. */
const RARE = 2;
/** In characters: the first sentence or two. */
const INTRODUCTION = 120;

/** Frequent and widespread, or rare but defined or written as a title. */
function isEligible(
  { keys, count, issues, defined, titled, led }: Candidate,
  least: number,
  leastIssues: number,
): boolean {
  if (count >= least && issues.size >= leastIssues) return true;
  if (defined > 0 || (titled > 1 && titled >= count / 2)) return true;
  return keys.length > 1 && led > 0 && count > led;
}

const NONE = -1;

/** The frequent runs of one length, numbered, and which of them begins at each word of each stretch. */
interface Runs {
  keys: string[][];
  at: Int32Array[];
}

/** Without the words that can stand nowhere in a name: no longer run needs them. */
function wordRuns(stretches: readonly Stretch[], least: number, grammar: Grammar): Runs {
  const numbers = new Map<string, number>();
  const keys: string[][] = [];
  const at = stretches.map((stretch) =>
    Int32Array.from(stretch.keys, (key) => {
      let number = numbers.get(key);
      if (number === undefined) {
        number = canStandInName(key, grammar) ? keys.length : NONE;
        numbers.set(key, number);
        if (number !== NONE) keys.push([key]);
      }
      return number;
    }),
  );
  return onlyFrequent({ keys, at }, least);
}

function canStandInName(key: string, grammar: Grammar): boolean {
  if (!grammar.isFunctionWord(key) || grammar.isJoint(key) || grammar.isArticle(key)) return true;
  return grammar.mayBegin(key) || grammar.mayEnd(key);
}

/** Runs of one word more: two frequent runs that overlap in all but their ends. */
function longerRuns({ keys, at }: Runs, least: number): Runs {
  const numbers = new Map<number, number>();
  const longer: string[][] = [];
  const longerAt = at.map((runs) => {
    const found = new Int32Array(Math.max(0, runs.length - 1)).fill(NONE);
    for (let start = 0; start < found.length; start += 1) {
      const [head, tail] = [runs[start]!, runs[start + 1]!];
      if (head === NONE || tail === NONE) continue;
      const pair = head * 2 ** 26 + tail;
      let number = numbers.get(pair);
      if (number === undefined) {
        numbers.set(pair, (number = longer.length));
        longer.push([...keys[head]!, keys[tail]!.at(-1)!]);
      }
      found[start] = number;
    }
    return found;
  });
  return onlyFrequent({ keys: longer, at: longerAt }, least);
}

function onlyFrequent({ keys, at }: Runs, least: number): Runs {
  const counts = new Int32Array(keys.length);
  for (const runs of at) for (const run of runs) if (run !== NONE) counts[run]! += 1;
  const renumbered = new Int32Array(keys.length).fill(NONE);
  const kept: string[][] = [];
  keys.forEach((run, number) => {
    if (counts[number]! < least) return;
    renumbered[number] = kept.length;
    kept.push(run);
  });
  return {
    keys: kept,
    at: at.map((runs) => runs.map((run) => (run === NONE ? NONE : renumbered[run]!))),
  };
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

function count(
  candidate: Candidate,
  { keys, section, place, starts, ends, issue, opens, leads }: Stretch,
  start: number,
  length: number,
  grammar: Grammar,
): void {
  const before = keys[start - 1];
  const after = keys[start + length];
  candidate.count += 1;
  candidate.issues.add(issue);
  if (place === 'heading') candidate.headings += 1;
  candidate.before.add(before ?? '');
  candidate.after.add(after ?? '');
  if (before !== undefined && grammar.beforeVerb(before)) candidate.asVerb += 1;
  if (before !== undefined && grammar.beforeNoun(before)) candidate.asNoun += 1;
  if (after === undefined || grammar.isFunctionWord(after)) candidate.asHead += 1;
  if (grammar.afterPerson(after ?? '')) candidate.asPerson += 1;
  const initial = start === 0 || (start === 1 && grammar.isArticle(before!));
  if (leads && initial && after === undefined) candidate.led += 1;
  const begins = opens && initial;
  // What a section begins with, "Kubernetes, often abbreviated as K8s, is a…", it introduces.
  const named = starts[0] === 0;
  if (begins && place === 'text' && (named || grammar.isCopula(after ?? ''))) {
    candidate.defined += 1;
    if (starts[0]! < INTRODUCTION) candidate.introduced += 1;
  }
  const source = place === 'heading' ? section.heading : section.text;
  const written = source.slice(starts[start], ends[start + length - 1]).replace(/['’]s?$/u, '');
  const form = candidate.forms.get(written) ?? { count: 0, judged: 0, capital: 0 };
  candidate.forms.set(written, form);
  form.count += 1;
  if (opens && (start === 0 || place === 'heading')) return;
  form.judged += 1;
  if (/\p{Lu}/u.test(written)) form.capital += 1;
  if (length > 1 && !/(?:^|\s)\p{Ll}{4}/u.test(written) && /^\p{Lu}/u.test(written))
    candidate.titled += 1;
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

function emptyCandidate(keys: string[]): Candidate {
  return {
    keys,
    count: 0,
    free: 0,
    issues: new Set(),
    headings: 0,
    before: new Set(),
    after: new Set(),
    asVerb: 0,
    asNoun: 0,
    asHead: 0,
    defined: 0,
    introduced: 0,
    titled: 0,
    led: 0,
    asPerson: 0,
    forms: new Map(),
  };
}
