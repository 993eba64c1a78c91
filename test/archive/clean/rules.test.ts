import fc from 'fast-check';
import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { deflateSync } from 'node:zlib';
import {
  cleanSource,
  cleanTree,
  elementRules,
  RULE_NAMES,
  type RuleName,
} from '../../../src/archive/clean/rules.js';
import { parseMarkdown } from '../../../src/archive/markdown.js';
import { readIssue } from '../../../src/archive/read-issue.js';
import { plainText } from '../../../src/text/plain-text.js';

/** What each rule takes away: Markdown, and the text that a reader should see. */
const EXAMPLES: Partial<Record<RuleName, [string, string]>> = {
  'html-comments': ['A<!-- note\n\n# not a heading -->B', 'A\nB'],
  'unclosed-html': ['<!-- forgotten\n\nThe essay.', 'forgotten\nThe essay.'],
  'template-tags': [
    'See [it]({{ "/2015/plan/" | url }}).{% if x %} Yes.{% endif %}',
    'See it. Yes.',
  ],
  'merge-tags': ['Hi *|FNAME|*, here is the plan.', 'Hi, here is the plan.'],
  mdx: ["import Box from './box'\n\n<Box wide={true}>Inside</Box>", 'Inside'],
  'attribute-lists': ['A paragraph.\n{: .lead}', 'A paragraph.'],
  'wiki-links': ['See [[okrs|our OKRs]] and [[Flow]].', 'See our OKRs and Flow.'],
  'headings-without-space': ['##Title##\n\nText.', 'Title\nText.'],
  'open-pixels': [
    'Text.<img src="https://mail.example/open/1" width="1" height="1" alt="x">',
    'Text.',
  ],
  'hidden-elements': ['<div style="display:none">Preview</div>\n\nText.', 'Text.'],
  'invisible-characters': ['Pl\u00ADan\u200B\u00A0B\u034F', 'Plan B'],
  escapes: ['Research &amp;amp; development', 'Research & development'],
  'emoji-images': [
    '![3️⃣](https://fonts.gstatic.com/s/e/notoemoji/16.0/0033_fe0f_20e3/32.png) Go',
    '3️⃣ Go',
  ],
  'heading-attributes': ['## Title {#own .wide}', 'Title'],
  'heading-links': ['## Title [#](#title)', 'Title'],
  'layout-tables': ['| |\n|-|\n| Only one cell |', 'Only one cell'],
  'action-boxes': ['Text.\n\n[Subscribe now](https://x.substack.com/subscribe?)', 'Text.'],
  'view-in-browser': ['[View this email in your browser](https://mailchi.mp/x)\n\nText.', 'Text.'],
  footers: ['Text.\n\n© 2024 Ada Ltd\n\n[Unsubscribe](https://x.example/unsubscribe)', 'Text.'],
  'bare-addresses': ['See <https://www.example.org/a/b?c=d>.', 'See example.org.'],
};

describe('the cleaning rules', () => {
  for (const [name, [markdown, text]] of Object.entries(EXAMPLES))
    it(`${name}: ${JSON.stringify(markdown)} reads ${JSON.stringify(text)}, unless switched off`, () => {
      expect(clean(markdown).replace(/ +/g, ' ')).toBe(text);
      if (!['html-comments', 'heading-links', 'template-tags'].includes(name))
        expect(treeOf(markdown, [name as RuleName])).not.toEqual(treeOf(markdown));
    });

  it('have an example each', () => {
    const elsewhere = ['tracking-links', 'tracking-parameters', 'repeated-blocks'];
    expect([...Object.keys(EXAMPLES), ...elsewhere].sort()).toEqual(RULE_NAMES);
  });

  it('leave code as it is', () => {
    const code = '`{{ x }} [[y]] *|Z|*`\n\n```\n##a {% b %} <!-- c\n```';
    expect(clean(code)).toBe('{{ x }} [[y]] *|Z|*\n##a {% b %} <!-- c');
  });

  it('keep joiners where they mean something', () => {
    const text = '👩\u200D💻 می\u200Cخواهم क्\u200Dष';
    expect(clean(text)).toBe(text);
  });

  it('change nothing when they are applied a second time', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces()), { maxLength: 12 }), (parts) => {
        const tree = treeOf(parts.join('\n\n'));
        const again = structuredClone(tree);
        cleanTree(again, new Set());
        expect(again).toEqual(tree);
      }),
    );
  });

  it('give the clean text’s sections whatever noise stands around it', () => {
    const noise = fc
      .array(fc.constantFrom(...NOISE), { maxLength: 3 })
      .map((parts) => parts.join('\n\n'));
    fc.assert(
      fc.property(noise, noise, noise, (a, b, c) => {
        const noisy = `# Plan\n\n${a}\n\nThe lede is an essay.\n\n${b}\n\n## Money\n\nIt has a shape.\n\n${c}\n`;
        const { issue } = readIssue({ file: 'a.md', bytes: new TextEncoder().encode(noisy) });
        expect(issue!.sections.map(({ anchor, text }) => [anchor, text])).toEqual([
          ['lede', 'The lede is an essay.'],
          ['money', 'It has a shape.'],
        ]);
      }),
    );
  });

  it('let no subscriber’s token through, wherever it was planted', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LINKS), fc.constantFrom(...PLACES), (link, place) => {
        const noisy = place(link(TOKEN));
        const reading = readIssue({ file: 'a.md', bytes: new TextEncoder().encode(noisy) });
        expect(JSON.stringify(reading)).not.toContain(TOKEN);
        expect(JSON.stringify(reading)).toContain('words');
      }),
      { numRuns: 300 },
    );
  });
});

const TOKEN = 'eyJ1IjoiNDJzZWNyZXQifQ.Zx81secret';
const packed = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
const LINKS: ((token: string) => string)[] = [
  (token) => `https://substack.com/redirect/9a67?j=${token}`,
  (token) => `https://substack.com/redirect/2/${packed({ e: 'https://example.org/a', token })}?`,
  (token) =>
    `https://email.mg1.substack.com/c/${deflateSync(`h=${token}&l=https://example.org`).toString('base64url')}`,
  (token) => `https://ada.substack.com/p/plan?r=${token}&utm_source=mail&token=${token}`,
  (token) => `https://ada.us1.list-manage.com/track/click?u=1&id=2&e=${token}`,
  (token) => `https://www.google.com/url?q=https://substack.com/redirect/1?j=${token}`,
  (token) => `https://example.org/plan?id=7&mc_eid=${token}&fbclid=${token}`,
  (token) => `https://urldefense.com/v3/__https://click.example.com/t/${token}__;!!abc!x$`,
  (token) => `https://link.mail.beehiiv.com/v1/c/${token}`,
];
const PLACES: ((link: string) => string)[] = [
  (link) => `The [words](${link}) stay.`,
  (link) => `These words: <${link}> stay.`,
  (link) => `These words ${link} stay.`,
  (link) => `<a href="${link}">words</a>`,
  (link) => `Some <a href="${link}">words</a> here.`,
  (link) => `The [words][1] stay.\n\n[1]: ${link} "${link}"`,
  (link) => `words ![](${link})`,
  (link) => `<table><tr><td><a href="${link}\n\nThe words stay.`,
  (link) => `## [words](${link})\n\nText.`,
  (link) => `- **[words](${link})** and more`,
];

const NOISE = [
  '<div style="display:none;max-height:0">Preview of the issue</div>',
  '\u034F \u200C \u00AD\u034F \u200C \u00AD',
  '<img src="https://eotrx.example/open?x=1" width="1" height="1">',
  '![](https://mail.example/open.php?u=1)',
  '[Subscribe](https://ada.substack.com/subscribe?x=1)',
  '[Share](https://ada.substack.com/p/plan?action=share)',
  '[View in browser](https://mail.example/web/1)',
  '[Unsubscribe](https://mail.example/unsubscribe?x=1)',
  '<!-- a comment\n\n## hidden -->',
  '<style>\n\np { color: red }\n\n</style>',
  '<table><tbody><tr><td></td></tr></tbody></table>',
  '{% include share.html %}',
  "import Box from './box'",
  '[1]: https://example.org "unused"',
];

function pieces(): string[] {
  return [
    ...Object.values(EXAMPLES).map(([markdown]) => markdown),
    ...NOISE,
    ...PLACES.map((place) => place(LINKS[0]!(TOKEN))),
  ];
}

function treeOf(markdown: string, off: RuleName[] = []): Root {
  const rulesOff = new Set<string>(off);
  const { tree } = parseMarkdown('a.md', cleanSource(markdown, rulesOff), elementRules(rulesOff));
  cleanTree(tree, rulesOff);
  return tree;
}

function clean(markdown: string): string {
  return plainText(treeOf(markdown)).text;
}
