// The sentence of a text around an offset, to quote it.

/** A sentence longer than this is cut at a word, for it stands in a list. */
const MAX_LENGTH = 320;

const END = /[.!?…]["”’')\]]*(?=\s)|[。！？]["”’」』）]*|\n/gu;
/** A full stop after these ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{Lu}|e\.g|i\.e|etc|vs|cf|Mr|Mrs|Ms|Dr|St|No|Inc|Ltd|Jr|Sr|approx|p|pp|z\.B|d\.h)\.$/u;

/** The sentence that covers [start, end), as it stands in the text. */
export function sentenceAt(
  text: string,
  start: number,
  end: number,
): { start: number; end: number } {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const to = newline === -1 ? text.length : newline;
  const block = text.slice(from, to);
  let begin = 0;
  let finish = block.length;
  for (const match of block.matchAll(END)) {
    const after = match.index + match[0].length;
    if (ABBREVIATION.test(block.slice(Math.max(0, after - 12), after))) continue;
    if (after <= start - from) begin = after;
    else if (after >= end - from) {
      finish = after;
      break;
    }
  }
  while (/\s/u.test(block.charAt(begin))) begin += 1;
  return { start: from + begin, end: from + finish };
}

/** All sentences of a text, each as `sentenceAt` would give it; blank ones are left out. */
export function* sentencesOf(text: string): Iterable<{ start: number; end: number }> {
  let from = 0;
  for (const block of text.split('\n')) {
    let begin = 0;
    for (const match of block.matchAll(END)) {
      const after = match.index + match[0].length;
      if (ABBREVIATION.test(block.slice(Math.max(0, after - 12), after))) continue;
      yield* withoutBlanks(text, from + begin, from + after);
      begin = after;
    }
    yield* withoutBlanks(text, from + begin, from + block.length);
    from += block.length + 1;
  }
}

/** The sentence as a quotation: whole, or cut around [start, end) with … where it is too long. */
export function quoteAt(text: string, start: number, end: number): string {
  const sentence = sentenceAt(text, start, end);
  const whole = text.slice(sentence.start, sentence.end);
  if (whole.length <= MAX_LENGTH) return whole.trim();
  const left = Math.max(sentence.start, start - MAX_LENGTH / 2);
  const right = Math.min(sentence.end, left + MAX_LENGTH);
  const before = left > sentence.start ? '…' : '';
  const after = right < sentence.end ? '…' : '';
  const cut = text.slice(left, right);
  const first = before === '' ? cut : cut.replace(/^\S*\s+/u, '');
  return `${before}${(after === '' ? first : first.replace(/\s+\S*$/u, '')).trim()}${after}`;
}

function* withoutBlanks(
  text: string,
  start: number,
  end: number,
): Iterable<{ start: number; end: number }> {
  let at = start;
  while (at < end && /\s/u.test(text.charAt(at))) at += 1;
  if (at < end) yield { start: at, end };
}
