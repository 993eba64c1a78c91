// HTML that Markdown would take too far.

import { lineEndsOf, outsideCode } from './outside-code.js';

const OPENERS =
  /^([ ]{0,3}(?:>[ ]?)*)(<!--|<\?|<!\[CDATA\[|<!(?=[a-z])|<(script|pre|style|textarea)(?=[\s>]|$))/gim;

/**
 * `unclosed-html`: a comment, script, style or preformatted text that begins and
 * never ends would take the rest of the issue with it. Its beginning goes, and
 * what follows is read.
 */
export function endUnclosedHtml(text: string): string {
  return outsideCode(text, (part) =>
    part.replace(
      OPENERS,
      (whole, indent: string, opener: string, name: string | undefined, offset: number) => {
        const end =
          name !== undefined
            ? new RegExp(`</(?:script|pre|style|textarea)>`, 'i')
            : opener === '<!--'
              ? /-->/
              : opener === '<?'
                ? /\?>/
                : opener === '<![CDATA['
                  ? /\]\]>/
                  : />/;
        return end.test(part.slice(offset + whole.length)) ? whole : indent + (name ?? '');
      },
    ),
  );
}

/** `html-comments`: a comment within a paragraph, over several lines, may hold what looks like blocks. */
export function dropComments(text: string): string {
  return outsideCode(text, (part) => part.replace(/<!--[\s\S]*?-->/g, lineEndsOf));
}
