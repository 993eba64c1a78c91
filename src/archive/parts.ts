// A long text parsed in parts, at headings behind a blank line.
//
// The parser keeps every event of a text to its end, and what is kept long is
// dear to collect: in parts, a newsletter takes about a sixth less time. The tree
// is the one that the whole text makes.

import type { Nodes, Root } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Data, Processor } from 'unified';
import { eachNode } from './each-node.js';

type Syntax = NonNullable<Data['micromarkExtensions']>[number];
type Construct = Exclude<NonNullable<Syntax['text']>[string], unknown[] | undefined>;

/** Parses a text in which references may use `labels` that are defined outside of it. */
export type ParsePart = (text: string, labels: readonly string[]) => Root;

/** In characters. Shorter parts are not worth the parser that is made for each. */
const SHORTEST = 6_000;

/** A blank line, and then a heading that no quote or list can hold. */
const CUT = /(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r(?!\n)|\n)(?=#{1,6}[ \t])/g;
const LINE_END = /\r\n|\r|\n/g;

/**
 * @param parse reads labels with `definedOutside`
 * @param shortest the length of a part, in characters, unless it is the last
 */
export function parseInParts(text: string, parse: ParsePart, shortest = SHORTEST): Root {
  const starts = startsOf(text, shortest);
  // A footnote is read as one only where its text is known. The parser does not count a byte order mark.
  if (starts.length === 1 || text.includes('[^') || text.startsWith('\uFEFF'))
    return parse(text, []);
  const labels = labelsIn(text);
  const tree: Root = { type: 'root', children: [] };
  const defined = new Set<string>();
  let first = 0;
  let lines = 0;
  while (first < starts.length) {
    const { part, end } = parseFrom(first, starts, text, parse, labels);
    const start = starts[first]!;
    eachNode(part, (node) => {
      move(node, lines, start);
      if (node.type === 'definition') defined.add(node.identifier);
    });
    for (const block of part.children) tree.children.push(block);
    move(part, lines, start);
    tree.position = {
      start: tree.position?.start ?? part.position!.start,
      end: part.position!.end,
    };
    lines += text.slice(start, starts[end]).match(LINE_END)?.length ?? 0;
    first = end;
  }
  const areAsThought =
    defined.size === labels.length && labels.every((label) => defined.has(label.toLowerCase()));
  return areAsThought ? tree : parse(text, []);
}

/** A part whose last block goes on is parsed again with those behind it, of which it takes ever more. */
function parseFrom(
  first: number,
  starts: readonly number[],
  text: string,
  parse: ParsePart,
  labels: readonly string[],
): { part: Root; end: number } {
  for (let taken = 1; ; taken *= 2) {
    const end = Math.min(first + taken, starts.length);
    const source = text.slice(starts[first], starts[end]);
    const part = parse(source, labels);
    // Code without its closing fence, and some HTML, go on over blank lines and headings.
    const goesOn = part.children.at(-1)?.position!.end.offset === source.length;
    if (!goesOn || end === starts.length) return { part, end };
  }
}

function startsOf(text: string, shortest: number): number[] {
  const starts = [0];
  for (const match of text.matchAll(CUT)) {
    const start = match.index + match[0].length;
    if (start - starts.at(-1)! >= shortest) starts.push(start);
  }
  return starts;
}

/** What looks as if it were defined for references. Whether it is, the parser tells. */
function labelsIn(text: string): string[] {
  const labels = new Set<string>();
  for (const [, label] of text.matchAll(/^[ \t>]*\[((?:[^[\]\\]|\\[^])+)\]:/gm))
    labels.add(normalizeIdentifier(label!));
  return [...labels];
}

function move(node: Nodes, lines: number, offset: number): void {
  if (node.position === undefined) return;
  const { start, end } = node.position;
  node.position = {
    start: { ...start, line: start.line + lines, offset: start.offset! + offset },
    end: { ...end, line: end.line + lines, offset: end.offset! + offset },
  };
}

/** For a processor of one text: references may use `labels` though it does not define them. */
export function definedOutside(this: Processor, labels: readonly string[]): void {
  const told = new WeakSet();
  const tell: Construct = {
    tokenize(_effects, _ok, nok) {
      if (!told.has(this.parser)) {
        told.add(this.parser);
        for (const label of labels) this.parser.defined.push(label);
      }
      return nok;
    },
  };
  // Asked at every `[` that may define and every `]` that may refer, and takes none.
  const data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    { contentInitial: { 91: tell }, text: { 93: tell } },
  ];
}
