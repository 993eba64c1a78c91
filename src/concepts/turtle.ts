// Reads RDF in Turtle (https://www.w3.org/TR/turtle/), as far as vocabularies
// use it: everything but RDF's lists, which are read over.

export interface Triple {
  subject: string;
  predicate: string;
  object: Term;
}

export type Term =
  { kind: 'iri'; value: string } | { kind: 'literal'; value: string; language: string | null };

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const TOKEN =
  /\s+|#[^\n]*|<([^<>"{}|^`\\\s]*)>|("""|''')((?:(?!\2)(?:\\[\s\S]|[\s\S]))*)\2|"((?:\\.|[^"\\\n])*)"|'((?:\\.|[^'\\\n])*)'|@([a-zA-Z]+(?:-[a-zA-Z0-9]+)*)|(\^\^)|([.;,[\]()])(?![\w:])|([.;,[\]()])|((?:[^\s<>"'()[\],;@#^]|(?<=[\w])#)+)/uy;

/** @throws TurtleError where the text is no Turtle, with its line. */
export function readTurtle(text: string): Triple[] {
  const tokens = tokenize(text);
  const triples: Triple[] = [];
  const prefixes = new Map<string, string>();
  const resolved = new Map<string, string>();
  let base = '';
  let blanks = 0;
  let at = 0;

  const peek = () => tokens[at];
  const next = (): Token => {
    const token = tokens[at];
    if (token === undefined)
      throw new TurtleError('the end comes too early', lineOf(text, text.length));
    at += 1;
    return token;
  };
  const fail = (token: Token): never => {
    throw new TurtleError(`“${token.value}” is not expected`, lineOf(text, token.offset));
  };
  const isSign = (value: string) => peek()?.kind === 'sign' && peek()!.value === value;
  const expect = (value: string) => {
    const token = next();
    if (token.kind !== 'sign' || token.value !== value) fail(token);
  };

  function resolve(iri: string): string {
    if (/^[a-z][a-z0-9+.-]*:/iu.test(iri) || base === '') return iri;
    let whole = resolved.get(iri);
    if (whole === undefined) resolved.set(iri, (whole = new URL(iri, base).href));
    return whole;
  }

  function expand(token: Token): string {
    const colon = token.value.indexOf(':');
    const prefix = prefixes.get(token.value.slice(0, colon));
    if (token.value.startsWith('_:')) return token.value;
    if (colon === -1 || prefix === undefined) return fail(token);
    return prefix + token.value.slice(colon + 1).replace(/\\(.)/gu, '$1');
  }

  function directive(name: string): void {
    if (name === 'prefix') {
      const prefix = next().value.replace(/:$/u, '');
      prefixes.set(prefix, resolve(next().value));
    } else {
      base = resolve(next().value);
      resolved.clear();
    }
  }

  function resource(): string | null {
    const token = next();
    if (token.kind === 'iri') return resolve(token.value);
    if (token.kind === 'word') return expand(token);
    if (token.kind !== 'sign') return fail(token);
    if (token.value === '[') return blankNode();
    if (token.value !== '(') return fail(token);
    while (!isSign(')')) object();
    expect(')');
    return null;
  }

  function blankNode(): string {
    blanks += 1;
    const node = `_:b${blanks}`;
    if (!isSign(']')) predicates(node);
    expect(']');
    return node;
  }

  function object(): Term | null {
    const token = peek();
    if (token?.kind === 'literal') {
      next();
      let language: string | null = null;
      if (peek()?.kind === 'at') language = next().value.toLowerCase();
      else if (peek()?.kind === 'type') {
        next();
        resource();
      }
      return { kind: 'literal', value: unescape(token.value), language };
    }
    if (token?.kind === 'word' && /^(?:true|false|[+-]?[\d.]+(?:e[+-]?\d+)?)$/iu.test(token.value))
      return { kind: 'literal', value: next().value, language: null };
    const iri = resource();
    return iri === null ? null : { kind: 'iri', value: iri };
  }

  function predicates(subject: string): void {
    for (;;) {
      const token = peek();
      let predicate: string | null = RDF_TYPE;
      if (token?.kind === 'word' && token.value === 'a') next();
      else predicate = resource();
      for (;;) {
        const found = object();
        if (found !== null && predicate !== null)
          triples.push({ subject, predicate, object: found });
        if (!isSign(',')) break;
        next();
      }
      if (!isSign(';')) return;
      while (isSign(';')) next();
      if (isSign('.') || isSign(']')) return;
    }
  }

  while (peek() !== undefined) {
    const token = peek()!;
    if (token.kind === 'at' || (token.kind === 'word' && /^(?:prefix|base)$/iu.test(token.value))) {
      next();
      directive(token.value.toLowerCase());
      if (token.kind === 'at') expect('.');
      continue;
    }
    const subject = resource();
    if (!isSign('.')) predicates(subject ?? '_:list');
    expect('.');
  }
  return triples;
}

export class TurtleError extends Error {
  constructor(
    message: string,
    /** From 1. */
    readonly line: number,
  ) {
    super(message);
  }
}

interface Token {
  kind: 'iri' | 'literal' | 'at' | 'type' | 'sign' | 'word';
  value: string;
  offset: number;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    const match = TOKEN.exec(text);
    if (match === null)
      throw new TurtleError(`“${text.slice(at, at + 20)}” cannot be read`, lineOf(text, at));
    const [, iri, , long, double, single, lang, type, sign, tightSign, word] = match;
    const add = (kind: Token['kind'], value: string) =>
      tokens.push({ kind, value, offset: match.index });
    if (iri !== undefined) add('iri', iri);
    else if ((long ?? double ?? single) !== undefined) add('literal', (long ?? double ?? single)!);
    else if (lang !== undefined) add('at', lang);
    else if (type !== undefined) add('type', type);
    else if ((sign ?? tightSign) !== undefined) add('sign', (sign ?? tightSign)!);
    else if (word !== undefined) {
      // The full stop after a name ends the sentence; within one it is part of it.
      const bare = word.replace(/\.+$/u, '');
      if (bare !== '') add('word', bare);
      if (bare !== word) add('sign', '.');
    }
  }
  return tokens;
}

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([\s\S]))/gu,
    (_, short: string | undefined, long: string | undefined, letter: string | undefined) => {
      const code = short ?? long;
      if (code !== undefined) return String.fromCodePoint(Math.min(0x10ffff, parseInt(code, 16)));
      return ESCAPES[letter!] ?? letter!;
    },
  );
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
