// The words of a section that show best why it was found.

import { tokensFrom, type Token } from '../text/tokens.js';
import type { AskedWords } from './asked-words.js';
import { TEXT_FIELD } from './fields.js';
import type { Excerpt } from './search-index.js';
import type { ShelvedSection } from './shelf.js';

/** About three lines of a result. UTF-16 units. */
const LENGTH = 280;
/** About as many words. */
const WINDOW = 45;
/** Words before the first marked one, so that it does not stand alone at the edge. */
const LEAD = 6;
/** Another word says more than the same word again. */
const REPEATED = 0.1;
/** No more are shown: parts of joined words and pairs of Han overlap. */
const MOST_TOKENS = WINDOW * 3;

/** `idfs`: how much each leaf of the question says. */
export function makeExcerpt(
  section: ShelvedSection,
  asked: AskedWords,
  idfs: readonly number[],
): Excerpt {
  const { text, run } = section;
  const words = run.words.subarray(run.fieldStarts[TEXT_FIELD], -1);
  const isAsked = (word: number | undefined): boolean => (asked.bits[word ?? -1] ?? 0) !== 0;
  const first = bestStart(words, asked, idfs);
  const marked = words.subarray(first, first + MOST_TOKENS).findIndex(isAsked);
  const found = tokensAt(text, run.landmarks, first, Math.max(0, marked));
  const start = startBefore(found, marked, first === 0 ? 0 : (found[0]?.start ?? 0));
  let stop = start;
  const marks: [number, number][] = [];
  for (const [at, token] of found.entries()) {
    if (token.start < start) continue;
    if (token.end - start > LENGTH && stop > start) break;
    stop = Math.max(stop, token.end);
    if (!isAsked(words[first + at])) continue;
    const previous = marks.at(-1);
    // Pairs of Han characters overlap; so do a joined word and its parts.
    if (previous !== undefined && token.start < previous[1])
      previous[1] = Math.max(previous[1], token.end);
    else marks.push([token.start, token.end]);
  }
  // The last words of a text bring what stands behind them: a full stop, an emoji.
  if (text.length - stop <= LEAD * 6) stop = text.length;
  const [wholeStart, wholeStop] = wholeGraphemes(text, start, stop);
  const before = wholeStart > 0 ? '…' : '';
  const after = wholeStop < text.length ? '…' : '';
  return {
    text: `${before}${text.slice(wholeStart, wholeStop).replace(/[^\S\n]/gu, ' ')}${after}`,
    marks: marks.map(([markStart, markEnd]) => {
      const [wholeMarkStart, wholeMarkEnd] = wholeGraphemes(text, markStart, markEnd);
      const shift = before.length - wholeStart;
      return [wholeMarkStart + shift, Math.min(wholeMarkEnd, wholeStop) + shift];
    }),
  };
}

/** Few words may be long, or stand far apart among signs: then those before the marked one give way. */
function startBefore(found: readonly Token[], marked: number, start: number): number {
  const end = found[marked]?.end ?? start;
  if (end - start <= LENGTH) return start;
  const near = found.find((token) => end - token.start <= LENGTH / 2);
  return Math.min(near?.start ?? Infinity, found[marked]!.start);
}

/** Where the stretch of WINDOW words with the most to say begins. */
function bestStart(words: Uint32Array, { bits }: AskedWords, idfs: readonly number[]): number {
  const seen = new Uint16Array(idfs.length);
  let weight = 0;
  let best = 0;
  let bestWeight = 0;
  let firstHit = 0;
  const hits: { at: number; leaf: number }[] = [];
  // A word that answers several leaves says what the last of them does.
  const gain = (leaf: number, times: number): number =>
    (idfs[leaf]! + 0.1) * (times === 0 ? 1 : REPEATED);
  for (let at = 0; at < words.length; at += 1) {
    const answers = bits[words[at]!] ?? 0;
    if (answers === 0) continue;
    const leaf = 31 - Math.clz32(answers);
    hits.push({ at, leaf });
    weight += gain(leaf, seen[leaf]!++);
    while (hits[firstHit]!.at <= at - (WINDOW - LEAD)) {
      const gone = hits[firstHit]!.leaf;
      weight -= gain(gone, --seen[gone]!);
      firstHit += 1;
    }
    if (weight > bestWeight + 1e-9) {
      bestWeight = weight;
      best = hits[firstHit]!.at;
    }
  }
  // A text that fits is shown from its beginning.
  return words.length <= WINDOW ? 0 : Math.max(0, best - LEAD);
}

/** The tokens of the text from its word number `first` on, as far as may be shown when the one `marked` after it is. */
function tokensAt(text: string, landmarks: Uint32Array, first: number, marked: number): Token[] {
  let index = 0;
  let offset = 0;
  for (let at = 0; at < landmarks.length && landmarks[at]! <= first; at += 2) {
    index = landmarks[at]!;
    offset = landmarks[at + 1]!;
  }
  const skipped = first - index;
  const found = tokensFrom(text, offset, (tokens) => {
    const token = tokens[skipped + marked];
    return (
      token !== undefined &&
      (tokens.at(-1)!.end - token.end > LENGTH || tokens.length >= skipped + MOST_TOKENS)
    );
  });
  return found.slice(skipped, skipped + MOST_TOKENS);
}

let segmenter: Intl.Segmenter | undefined;
/** UTF-16 units. A letter under more marks than these is nobody's writing. */
const MOST_JOINED = 2_000;
/** Where nothing joins its neighbour there is nothing to segment. */
const JOINS = /[\p{M}\p{Grapheme_Extend}\p{Cf}\p{So}\p{Sk}\p{Script=Hangul}\ud800-\udfff]/u;

/** The range widened to whole graphemes: no letter without its marks, no half of an emoji. */
function wholeGraphemes(text: string, start: number, end: number): [number, number] {
  return [graphemeEdge(text, start, -1), graphemeEdge(text, end, 1)];
}

function graphemeEdge(text: string, at: number, direction: -1 | 1): number {
  if (at <= 0 || at >= text.length) return at;
  // Of these none joins another.
  if (text.charCodeAt(at - 1) < 128 && text.charCodeAt(at) < 128) return at;
  if (!JOINS.test(text.slice(at - 1, at + 2))) return at;
  // From a character that begins anew: of flags one after the other, nobody can
  // tell in their midst where one ends.
  let from = at;
  while (from > 0 && at - from < MOST_JOINED && JOINS.test(text.charAt(from - 1))) from -= 1;
  from = Math.max(0, from - 2);
  let to = at;
  while (to < text.length && to - at < MOST_JOINED && JOINS.test(text.charAt(to))) to += 1;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const found = segmenter.segment(text.slice(from, to + 2)).containing(at - from);
  const start = from + (found?.index ?? 0);
  if (start === at) return at;
  return direction < 0 ? start : start + (found?.segment.length ?? 0);
}
