// How much a run of words looks like the name of something that an archive is
// about.

import type { Background } from './background.js';
import type { Candidate } from './candidate.js';
import type { Grammar } from './grammar.js';
import { isProper } from './people.js';

/** What is known of the whole archive, to tell frequencies by. */
export interface ArchiveCounts {
  words: number;
  issues: number;
  /** Occurrences of each word, and of each run of characters of a script without blanks. */
  wordCounts: ReadonlyMap<string, number>;
  /** Words that nearly every issue has: the archive's own subject, which tells nothing apart. */
  ubiquitous: ReadonlySet<string>;
}

/** A single word has to be so much commoner here than at large: 10^0.7, five times. */
const SINGLE_WEIRDNESS = 0.7;
/** Words of a name do so on the mean. */
const PHRASE_WEIRDNESS = 0.15;
/** The rest of a name's occurrences stand in longer names; it is a fragment of them. */
const MIN_FREE_SHARE = 0.2;
const HEADED = 0.35;
/** Somebody says what it is, as the first thing of a section; or anywhere. */
const INTRODUCED = 0.8;
const DEFINED = 0.25;
const TITLED = 0.8;
/** Names a line: the entry of a list, a step, a label. */
const LED = 0.4;
/** Linked, bold or in italics, half of the time. */
const APART = 0.8;
/** The archive links it to a page of its own that is called so: somebody took it for a subject. */
const NAMED = 2.5;
const PROPER = 0.7;
const MOSTLY = 0.5;
/** "work in progress": so often that it is a name after all. */
const OFTEN = 12;

/**
 * Weirdness (Ahmad et al. 1999; as a base-10 logarithm, the mean over the words) ×
 * ln(1 + f), f being the occurrences outside of longer names (C-value, Frantzi
 * et al. 2000); more for more words and for headings. 0 for what names nothing.
 */
export function termhood(
  candidate: Candidate,
  archive: ArchiveCounts,
  background: Background | undefined,
  grammar: Grammar,
): number {
  const named = isNamed(candidate);
  const units = unitsOf(candidate.keys);
  const telling = units.filter(
    (unit) => !grammar.isFunctionWord(unit) && !archive.ubiquitous.has(unit),
  );
  // "Check in": made of words that hold sentences together, and a page is called so.
  const content = telling.length === 0 && named ? units : telling;
  if (content.length === 0) return 0;
  const zipf = (unit: string) =>
    Math.log10(
      ((archive.wordCounts.get(unit) ?? candidate.count) / Math.max(1, archive.words)) * 1e9,
    );
  const weird = content.map((unit) =>
    background === undefined ? 1 : Math.max(-0.5, zipf(unit) - background.zipf(unit)),
  );
  const mean = weird.reduce((sum, one) => sum + one, 0) / weird.length;
  const weirdness = named ? Math.max(0, mean) : mean;
  const single = units.length === 1;

  if (isListed(candidate)) return 0;
  if (candidate.free < Math.max(1, MIN_FREE_SHARE * candidate.count)) return 0;
  const titled =
    named ||
    (candidate.titled / candidate.count >= MOSTLY && candidate.titled > 1) ||
    (!single && candidate.apart > 1 && candidate.titled > 0);
  if (!titled && candidate.asVerb > candidate.asNoun) return 0;
  if (!titled && candidate.keys.some((key) => grammar.isLooseJoint(key)) && candidate.count < OFTEN)
    return 0;
  if (single && !named && candidate.asHead < leastHead(content[0]!) * candidate.count) return 0;
  // A lone proper name is rare in any language, and a place as often as a tool.
  const own = single && isProper(candidate) ? PROPER : 1;
  const least = single && !named ? SINGLE_WEIRDNESS : titled ? -1 : PHRASE_WEIRDNESS;
  if (weirdness < least) return 0;
  const cohesion = single ? 0 : association(candidate, archive);
  if (!single && !named && cohesion < leastCohesion(candidate, titled, grammar)) return 0;
  const shape = single ? 1 : 1.25 + 0.25 * (content.length - 1) + 0.5 * cohesion;
  const signs =
    HEADED * Math.min(1, (4 * candidate.headings) / candidate.count) +
    (candidate.introduced > 0 ? INTRODUCED : candidate.defined > 0 ? DEFINED : 0) +
    (titled ? TITLED : 0) +
    (named ? NAMED : 0) +
    APART * shareApart(candidate) +
    (candidate.led > 0 && candidate.count > candidate.led ? LED : 0);
  const spread = Math.log(1 + candidate.issues);
  return (
    own *
    (0.35 + weirdness) *
    Math.sqrt(Math.log(1 + candidate.free) * spread) *
    shape *
    (1 + signs)
  );
}

/** A single word is a menu's as easily: "[Contact](/contact)". */
export function isNamed({ keys, named }: Candidate): boolean {
  return named > (keys.length > 1 ? 0 : 1);
}

/** Once may be chance. */
function shareApart({ apart, count }: Candidate): number {
  return Math.min(1, (2 * apart) / count) * (apart > 1 ? 1 : 0.5);
}

/** Always between the same words: an entry of a list that is printed again and again. */
function isListed({ count, before, after }: Candidate): boolean {
  return count >= 20 && Math.max(before, after) < 1.3 * Math.sqrt(count);
}

/** The words of a name; characters of a script without blanks that stand together are one. */
export function unitsOf(keys: readonly string[]): string[] {
  const units: string[] = [];
  let joined = false;
  for (const key of keys) {
    const han = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(key);
    if (han && joined) units[units.length - 1] += key;
    else units.push(key);
    joined = han;
  }
  return units;
}

/** Everyday words have to belong together more closely: "open source", not "big room". */
function leastCohesion({ keys, led }: Candidate, titled: boolean, grammar: Grammar): number {
  const everyday = grammar.isFunctionWord(keys[0]!) || grammar.isFunctionWord(keys.at(-1)!);
  if (everyday) return 0.35;
  return titled || led > 0 ? 0.1 : 0.2;
}

/** Forms that are adjectives and participles more often than nouns have to prove themselves. */
function leastHead(key: string): number {
  return /(?:ed|ing|al|ive|able|ible|ous|ic|ful|less|ary|ant|ent)$/u.test(key) ? 0.5 : 0.25;
}

/** Normalised pointwise mutual information of the words, 0 to 1: whether they belong together. */
function association({ keys, count }: Candidate, { words, wordCounts }: ArchiveCounts): number {
  const p = count / words;
  const apart = keys.reduce(
    (product, key) => (product * (wordCounts.get(key) ?? count)) / words,
    1,
  );
  return Math.max(0, Math.log(p / apart) / (-Math.log(p) * (keys.length - 1)));
}
