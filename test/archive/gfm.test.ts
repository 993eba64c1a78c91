import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { gfmWithin } from '../../src/archive/gfm.js';

const everywhere = unified().use(remarkParse).use(remarkGfm).freeze();
const where = unified().use(remarkParse).use(remarkGfm);
const parse = (text: string) => where().use(gfmWithin, text).parse(text);

describe('GFM where a text can hold it', () => {
  it('reads the sample archive as GFM everywhere does', () => {
    const dir = join(import.meta.dirname, '../../content');
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((file) => file.endsWith('.md'))) {
      const text = readFileSync(join(dir, file), 'utf8');
      expect(parse(text), file).toEqual(everywhere.parse(text));
    }
  });

  it.each([
    ['a bare address', 'See https://example.org/a_b?c=1&amp;d), and (www.example.org).'],
    ['an address in capitals', 'HTTPS://EXAMPLE.ORG and WWW.example.org'],
    ['an address within words that are no link', '[a](https://example.org with a blank) b'],
    ['an address in brackets that stay open', '[https://example.org and a@example.org'],
    ['a mail address', 'Write to _first.last+news@mail.example.org_, x/y@example.org'],
    [
      'an address written with escapes',
      'https\\://example.org, a\\@example.org, b&#64;example.org',
    ],
    ['addresses behind a byte order mark', '\uFEFFwww.example.org a@example.org'],
    [
      'addresses behind tabs and in quotes',
      '> -\twww.example.org\n>\n>   a@example.org\r\n> b@c.org',
    ],
    [
      'a table in a quote in a list',
      '- > | a | www.example.org |\n  > |:-:|---|\n  > | c@d.org | ~e~ |',
    ],
    ['a table without pipes', 'a\n:-\nb'],
    [
      'two tables, and text below them',
      'a|b\n-|-\nc|d\n\u00a0\ne|f\n\ng|h\n\n> i|j\n> :-|-\n> k\nl|m\nn|o\n-|-',
    ],
    ['a heading that looks like a table', 'a | b\n---'],
    ['what is struck out', '~one~ ~~two~~ ~~~\nthree'],
    ['footnotes', 'a[^1] ![^1] ![ ^1]\n\n[^1]: https://example.org\n\n    b'],
    ['tasks', '- [ ] a\n- [x] b\n- [\n  ] c\n- [X]\td\n- [\t] e'],
  ])('reads %s as GFM everywhere does', (_, text) => {
    expect(parse(text)).toEqual(everywhere.parse(text));
  });

  it('reads any text as GFM everywhere does', () => {
    const piece = fc.constantFrom(
      ...'www. https:// http:// HTTP://x.y mailto: xmpp: a@b.co @ . .org example.org _ * ** ~ ~~ ` `` < > [ ] ( ) ! ^ [^a] [^a]: [a]: ](https://x.y) ![ [x] [ ] | |- :- -: --- - + 1. # ## > \\ \\| & &amp; &#64; / : ; ? , é 中 a b h w'.split(
        ' ',
      ),
      ...[
        ' ',
        '  ',
        '    ',
        '\t',
        '\n',
        '\n\n',
        '\r\n',
        '\r',
        '\0',
        '\uFEFF',
        '\n| - | - |\n',
        '\n> ',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        expect(parse(text)).toEqual(everywhere.parse(text));
      }),
      { numRuns: 3_000 },
    );
  });
});
