// GFM where a text can hold it, and nowhere else.
//
// remark-gfm looks for a table at every line and for an address at every word,
// cuts the text into as many pieces, and then goes through the tree four times
// more. Here the text is asked beforehand where these can be. The tree is the one
// that remark-gfm makes: wherever a part of it might be at work, it is.

import type { Nodes, Parents, Root } from 'mdast';
import type { Data, Processor } from 'unified';

type Syntax = NonNullable<Data['micromarkExtensions']>[number];
type Constructs = NonNullable<Syntax['text']>;
type Construct = Exclude<Constructs[string], unknown[] | undefined>;
type Making = Exclude<NonNullable<Data['fromMarkdownExtensions']>[number], unknown[]>;
type Transform = NonNullable<Making['transforms']>[number];

/** For a processor that has remark-gfm and parses this text alone. */
export function gfmWithin(this: Processor, text: string): void {
  const data = this.data();
  const places = placesOf(text);
  const needed = (constructs: Constructs) => neededOf(constructs, text, places);
  data.micromarkExtensions = data.micromarkExtensions!.map((syntax) => ({
    ...syntax,
    ...(syntax.document && { document: needed(syntax.document) }),
    ...(syntax.flow && { flow: needed(syntax.flow) }),
    ...(syntax.text && { text: needed(syntax.text) }),
  }));
  data.fromMarkdownExtensions = data.fromMarkdownExtensions!.flat().map((making) => ({
    ...making,
    ...(making.transforms && { transforms: making.transforms.map(whereAddressesAre) }),
  }));
}

/** What a text must match to hold a construct, by the construct's name. */
const SIGNS: Record<string, RegExp> = {
  // The line below a table's head, in quotes and lists too. Without `:` and `|` it would make a heading.
  table: /^(?=[^\n\r]*-)(?=[^\n\r]*[:|])[ \t>*+\-\d.):|]+$/m,
  strikethrough: /~/,
  gfmFootnoteDefinition: /\[\^/,
  gfmFootnoteCall: /\[\^/,
  gfmPotentialFootnoteCall: /\[\^/,
  tasklistCheck: /\[(?:[xX \t]\]|[ \t]*[\n\r])/,
};

function neededOf(constructs: Constructs, text: string, places: Places): Constructs {
  const needed: Constructs = {};
  for (const [code, given] of Object.entries(constructs)) {
    const list = [given ?? []].flat().flatMap((construct): Construct[] => {
      const name = construct.name ?? '';
      const starts = places.get(name);
      if (starts === undefined) return SIGNS[name]?.test(text) === false ? [] : [construct];
      return starts.codes.has(Number(code)) ? [onlyAt(starts.offsets, construct)] : [];
    });
    if (list.length > 0) needed[code] = list;
  }
  return needed;
}

/** The parser asks `previous` of every letter, before it ends a piece of text there. */
function onlyAt(offsets: ReadonlySet<number>, construct: Construct): Construct {
  const { previous } = construct;
  return {
    ...construct,
    previous(code) {
      return (previous?.call(this, code) ?? true) && offsets.has(this.now().offset);
    },
  };
}

/** Where each kind of address may begin, and with which characters, by the construct's name. */
type Places = ReadonlyMap<string, { offsets: ReadonlySet<number>; codes: ReadonlySet<number> }>;

function placesOf(text: string): Places {
  // The parser does not count a byte order mark.
  const source = text.replace(/^\uFEFF/, '');
  const starts = {
    wwwAutolink: Array.from(source.matchAll(/www\./gi), ({ index }) => index),
    protocolAutolink: Array.from(source.matchAll(/https?:\/\//gi), ({ index }) => index),
    emailAutolink: startsOfMail(source),
  };
  return new Map(
    Object.entries(starts).map(([name, offsets]) => [
      name,
      {
        offsets: new Set(offsets),
        codes: new Set(offsets.map((offset) => source.charCodeAt(offset))),
      },
    ]),
  );
}

/** Any character of what stands before an `@`: the parser knows which is the first that counts. */
function startsOfMail(text: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    for (let start = at - 1; start >= 0 && /[\w.+-]/.test(text[start]!); start -= 1)
      starts.push(start);
  }
  return starts;
}

/** What is left of addresses for the tree are those that were written with escapes, and odd ones. */
function whereAddressesAre(transform: Transform): Transform {
  return (tree: Root) => {
    for (const block of tree.children)
      if (holdsAddress(block)) transform({ type: 'root', children: [block] });
  };
}

function holdsAddress(node: Nodes): boolean {
  if (node.type === 'text') return /https?:\/\/|www\.|[\w.+-]@[\w-]/i.test(node.value);
  if (node.type === 'link' || node.type === 'linkReference' || !('children' in node)) return false;
  return (node as Parents).children.some(holdsAddress);
}
