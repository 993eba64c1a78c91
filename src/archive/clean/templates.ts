// What a template engine, a mail service or a component would have filled in.
// Nothing is evaluated: what a reader would have read stays, all else goes.

import { lineEndsOf, outsideCode } from './outside-code.js';

/**
 * `template-tags`: Liquid, Hugo, Jinja and Nunjucks. Captions, the text between
 * two tags and the literal paths of links stay.
 */
export function dropTemplateTags(text: string): string {
  if (!/\{[{%]/.test(text)) return text;
  const withCode = text
    .replace(/\{%-?\s*highlight\s+([\w+#-]*)[^%]*%\}/g, '```$1')
    .replace(/\{%-?\s*endhighlight\s*-?%\}/g, '```');
  return outsideCode(withCode, (part) =>
    part
      .replace(/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g, lineEndsOf)
      .replace(/\{\{<?%?\s*\/\*[\s\S]*?\*\/\s*%?>?\}\}/g, lineEndsOf)
      .replace(/\{#(?!\w[\w-]*\s*[.}])[^{}]*?#\}/g, lineEndsOf)
      .replace(
        /\{%-?[^{}]*?-?%\}|\{\{[<%][^{}]*?[%>]\}\}/g,
        (tag) => captionOf(tag) + lineEndsOf(tag),
      )
      .replace(/([*_]{1,3}|)(\{\{\{?[^{}]*\}?\}\})\1/g, (_, marks: string, tag: string) => {
        // Emphasis of nothing would be shown as its marks.
        const literal = literalOf(tag);
        return (literal === '' ? '' : marks + literal + marks) + lineEndsOf(tag);
      }),
  );
}

/** The caption that an image or figure tag was given, or the path that a link tag names. */
function captionOf(tag: string): string {
  const path = /^\{%-?\s*(?:link|post_url)\s+(\S+?)\s*-?%\}$/.exec(tag)?.[1];
  if (path !== undefined) return `/${path.replace(/^\/|\.md$/g, '')}`;
  const ref = /^\{\{[<%]\s*(?:rel)?ref\s+"([^"]+)"\s*[%>]\}\}$/.exec(tag)?.[1];
  if (ref !== undefined) return ref;
  const caption =
    /\b(?:caption|title|alt|description|text)\s*[=:]\s*(["'“])([\s\S]*?)["'”](?=[\s,%}>/-]|$)/i.exec(
      tag,
    )?.[2];
  return caption?.replace(/\s+/g, ' ').trim() ?? '';
}

/** `{{ "/2015/planning/" | url }}` is a path; `{{ page.title }}` is nothing. */
function literalOf(tag: string): string {
  const literal = /^\{\{\{?-?\s*(["'])([^"']*)\1\s*(?:\||-?\}?\}\}$)/.exec(tag)?.[2];
  return literal !== undefined && /^(?:\/|https?:|#|\.)/.test(literal) ? literal : '';
}

const MERGE_TAG =
  /\*\|[A-Z0-9_:. -]{1,80}\|\*|%%[A-Za-z][\w .:-]{0,60}%%|%(?:recipient|subscriber|contact|user)\.[\w.]+%|\{\$[\w.]+\}|\[\[(?:first|last|full)[ _]?name\]\]|%(?:FIRST|LAST|FULL)[_ ]?NAME%|\|\*[A-Z_:]+\*\||<%=?[^%]{0,200}%>/gi;

/** `merge-tags`: where a mail service puts the subscriber's name or address. */
export function dropMergeTags(text: string): string {
  return outsideCode(text, (part) =>
    part
      .replace(MERGE_TAG, (tag) => `\uE000${lineEndsOf(tag)}`)
      .replace(/[ \t]*\uE000(?=[,.!?;:])|\uE000[ \t]?/g, ''),
  );
}

/** `mdx`: imports, exports, comments and component tags; what stands between two tags stays. */
export function dropMdx(text: string): string {
  return outsideCode(text, (part) =>
    part
      .replace(/^import\s+(?:[\w*{}\s,$]+\s+from\s+)?["'][^"'\n]+["'];?[ \t]*$/gm, '')
      .replace(
        /^export\s+(?:const|let|default|function)\s[^\n]*(?:\n(?![ \t]*\n)[^\n]*)*/gm,
        lineEndsOf,
      )
      .replace(/\{\s*\/\*[\s\S]*?\*\/\s*\}/g, lineEndsOf)
      .replace(
        /<\/?[A-Z][\w.]*(?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}))?|\s*\{\.\.\.[\w.]+\})*\s*\/?>/g,
        (tag) =>
          // `<T>` after a letter is a type, not a component.
          tag.includes('=') || tag.includes('.') || /^<\/?[A-Z][a-z]\w+/.test(tag)
            ? lineEndsOf(tag)
            : tag,
      ),
  );
}

/** `attribute-lists`: kramdown's `{: .class}` and tables of contents to be made. */
export function dropAttributeLists(text: string): string {
  return outsideCode(text, (part) =>
    part
      .replace(/^[ \t]*(?:[-*]|1\.)[ \t]+TOC[ \t]*\n[ \t]*\{:toc[^}]*\}/gim, '\n')
      .replace(/\{:[^{}\n]*\}/g, '')
      .replace(/^[ \t]*\[\[?_?TOC_?\]\]?[ \t]*$/gim, ''),
  );
}

/** `wiki-links`: Obsidian's `[[Note|words]]` become their words; embedded files go. */
export function resolveWikiLinks(text: string): string {
  return outsideCode(text, (part) =>
    part
      .replace(/!\[\[[^[\]\n]+\]\]/g, '')
      .replace(/\[\[([^[\]|\n]+)\|([^[\]\n]+)\]\]/g, '$2')
      .replace(/\[\[([^[\]|#\n]+)(?:#[^[\]\n]*)?\]\]/g, '$1'),
  );
}
