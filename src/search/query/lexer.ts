// Cuts a question into the signs and words of the query language. Any text can
// be cut: what is no sign is a word.

export type Lexeme =
  | { kind: 'word'; text: string; end: number }
  | { kind: 'quoted'; text: string; slop: number | null; end: number }
  | { kind: 'operator'; name: string; value: string; quoted: boolean; written: string; end: number }
  | { kind: 'near'; distance: number; end: number }
  | { kind: 'minus' | 'open' | 'close' | 'or'; end: number };

export function lex(q: string): Lexeme[] {
  const found: Lexeme[] = [];
  // All in capitals, NOT is a word like the others: “DO NOT PANIC”.
  const shouted = !/\p{Ll}/u.test(q);
  let at = 0;
  while (at < q.length) {
    SPACE.lastIndex = at;
    const space = SPACE.exec(q);
    if (space !== null) {
      at += space[0].length;
      continue;
    }
    // All words are wanted anyway.
    const and = found.length > 0 ? match(AND, q, at) : null;
    if (and !== null) {
      at += and[0].length;
      continue;
    }
    const not = shouted ? null : match(NOT, q, at);
    const lexeme: Lexeme =
      not === null ? lexemeAt(q, at) : { kind: 'minus', end: at + not[0].length };
    found.push(lexeme);
    at = lexeme.end;
  }
  return found;
}

const SPACE = /[\s\u3000]+/uy;
const QUOTED = /["“”„«»]([^"“”„«»]*)(?:["“”„«»](?:~(\d{1,4}))?|$)/uy;
const NEAR = /near(?::(\d{1,4}))?:?\(/iuy;
const OR = /(?:OR|\|\|?)(?=[\s\u3000()"“]|$)/uy;
const AND = /(?<![^\s\u3000)"”])AND(?=[\s\u3000(]+[^\s\u3000)])/uy;
const NOT = /(?<![^\s\u3000(])NOT(?=[\s\u3000(]+[^\s\u3000)])/uy;
const MINUS = /[-−–!](?=[\p{L}\p{N}"“„«(#.])/uy;
const OPERATOR = /([a-z]+):(?:["“”„«]([^"“”„«»]*)["“”„»]?|([^\s\u3000()"“”„«»]+))/iuy;
const WORD = /[^\s\u3000()"“”„«»]+/uy;

function lexemeAt(q: string, at: number): Lexeme {
  const character = q.charAt(at);
  if (character === '(') return { kind: 'open', end: at + 1 };
  if (character === ')') return { kind: 'close', end: at + 1 };
  const quoted = match(QUOTED, q, at);
  if (quoted !== null) {
    const slop = quoted[2] === undefined ? null : Number(quoted[2]);
    return { kind: 'quoted', text: quoted[1] ?? '', slop, end: QUOTED.lastIndex };
  }
  // In “Model C”-schools the hyphen joins.
  const minus = at === 0 || /[\s\u3000(]/u.test(q.charAt(at - 1)) ? match(MINUS, q, at) : null;
  if (minus !== null) return { kind: 'minus', end: MINUS.lastIndex };
  if (match(OR, q, at) !== null) return { kind: 'or', end: OR.lastIndex };
  const near = match(NEAR, q, at);
  if (near !== null) return { kind: 'near', distance: Number(near[1] ?? 10), end: NEAR.lastIndex };
  const operator = match(OPERATOR, q, at);
  if (operator !== null)
    return {
      kind: 'operator',
      name: (operator[1] ?? '').toLowerCase(),
      value: operator[2] ?? operator[3] ?? '',
      quoted: operator[2] !== undefined,
      written: operator[0],
      end: OPERATOR.lastIndex,
    };
  const word = match(WORD, q, at);
  // Only a closing quote that opens nothing is left.
  if (word === null) return { kind: 'word', text: '', end: at + 1 };
  return { kind: 'word', text: word[0], end: WORD.lastIndex };
}

function match(pattern: RegExp, q: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(q);
}
