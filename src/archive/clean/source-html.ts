// HTML that Markdown would take too far.

import { lineEndsOf, outsideCode } from './outside-code.js';

const OPENERS =
  /^([ ]{0,3}(?:>[ ]?)*)(<\?|<!\[CDATA\[|<!(?=[a-z])|<(script|pre|style|textarea)(?=[\s>]|$))/gim;

/**
 * `unclosed-html`: a comment, script, style or preformatted text that begins and
 * never ends would take the rest of the issue with it. Its beginning goes, and
 * what follows is read.
 */
export function endUnclosedHtml(text: string): string {
  return outsideCode(text, (part) => {
    const source = withoutOpenComments(part);
    return source.replace(
      OPENERS,
      (whole, indent: string, opener: string, name: string | undefined, offset: number) => {
        const end =
          name !== undefined
            ? /<\/(?:script|pre|style|textarea)>/i
            : opener === '<?'
              ? /\?>/
              : opener === '<![CDATA['
                ? /\]\]>/
                : />/;
        return end.test(source.slice(offset + whole.length)) ? whole : indent + (name ?? '');
      },
    );
  });
}

/** Marks of comments that have no end. The parser would look for it from each of them. */
function withoutOpenComments(text: string): string {
  const end = text.lastIndexOf('-->') + 1;
  return text.slice(0, end) + text.slice(end).replaceAll('<!--', '');
}

/** `html-comments`: a comment within a paragraph, over several lines, may hold what looks like blocks. */
export function dropComments(text: string): string {
  if (!text.includes('<!--')) return text;
  return outsideCode(text, (part) => {
    let out = '';
    let at = 0;
    // By hand: an expression would look for the end anew from every beginning.
    for (;;) {
      const open = part.indexOf('<!--', at);
      const close = open === -1 ? -1 : part.indexOf('-->', open + 4);
      if (close === -1) return out + part.slice(at);
      out += part.slice(at, open) + lineEndsOf(part.slice(open, close));
      at = close + 3;
    }
  });
}
