import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it, vi } from 'vitest';
import { definedOutside, parseInParts, type ParsePart } from '../../src/archive/parts.js';

const whole = unified().use(remarkParse).use(remarkGfm).freeze();
const parse: ParsePart = (text, labels) => whole().use(definedOutside, labels).parse(text);
const inParts = (text: string) => parseInParts(text, parse, 1);

describe('a text parsed in parts', () => {
  it('is the tree that the whole makes, for the sample archive', () => {
    const dir = join(import.meta.dirname, '../../content');
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((file) => file.endsWith('.md'))) {
      const text = readFileSync(join(dir, file), 'utf8');
      expect(inParts(text), file).toEqual(whole.parse(text));
    }
  });

  it.each([
    ['a reference that is defined later', 'a [b]\n\n# c [d][B]\n\n[b]: /e'],
    ['a reference that is defined before', '[b]: /e\n\n# a\n\n[b] and ![c][b]'],
    ['a label that is defined twice', '[b]: /e\n\n# a\n\n[b]\n\n# c\n\n[B]: /f'],
    ['what only looks like a definition', 'a\n[b]: /e\n\n# c\n\n[b]'],
    ['a definition in code', '```\n[b]: /e\n```\n\n# c\n\n[b]'],
    ['a label over two lines of a quote', '> [a\n> b]: /e\n\n# c\n\n[a b]'],
    ['code that shows headings', '```md\na\n\n# b\n\n# c\n```\n\n# d\n\n# e'],
    ['code that is never closed', '# a\n\n~~~\nb\n\n# c\n\n# d\n\n# e\n\n# f'],
    ['code in a list, closed by a heading', '- ```\n  a\n\n# b\n\n```\nc\n\n# d\n```\n'],
    ['a comment over headings', 'a\n\n<!-- b\n\n# c\n\n-->\n\n# d'],
    ['a footnote', 'a[^1]\n\n# b\n\n[^1]: c\n\n    # d'],
    ['headings with no blank line before', 'a\r\n# b\r# c\n\r\n# d\r\n\r\n# e\r \r# f'],
    ['a byte order mark', '\uFEFF# a\n\n# b\n\nc'],
    ['nothing before the first heading', '\n\n# a\n\n## b'],
  ])('is the tree that the whole makes, with %s', (_, text) => {
    expect(inParts(text)).toEqual(whole.parse(text));
  });

  it('is the tree that the whole makes, for any text', () => {
    const piece = fc.constantFrom(
      ...'a b [a] [b] [a][b] ![a] [A]: [a]: [b]: /c (/d) [^a] ``` ~~~ ` <!-- --> <b> <script> </script> <? ?> | |- * _ \\ : &amp; > - 1. \0 é 中'.split(
        ' ',
      ),
      ...['\n\n# ', '\n\n## ', '\r\n\r\n# ', '\n# ', '\n \t\n# ', '\n', '\n\n', '\r', ' ', '    '],
      ...['\n```\n', '\n~~~\n', '\n> ', '\n- ', '\n[a]: /x', '\n\n[b]: /y', '\t', '\uFEFF'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        expect(inParts(text)).toEqual(whole.parse(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('is parsed once where it is long, and its code ends', () => {
    const text = '# a\n\n```\nb\n```\n\n[c]\n\n[c]: /d\n\n'.repeat(1_000);
    const parseOnce = vi.fn(parse);
    parseInParts(text, parseOnce);
    const lengths = parseOnce.mock.calls.map(([part]) => part.length);
    expect(lengths.length).toBeGreaterThan(4);
    expect(lengths.reduce((sum, length) => sum + length)).toBe(text.length);
  });

  it('is parsed no more than some times over, however long code goes on', () => {
    const text = `\`\`\`\n\n${'# a\n\n'.repeat(1_000)}`;
    const parseOften = vi.fn(parse);
    parseInParts(text, parseOften, 1);
    const lengths = parseOften.mock.calls.map(([part]) => part.length);
    expect(lengths.reduce((sum, length) => sum + length)).toBeLessThan(text.length * 3);
  });
});
