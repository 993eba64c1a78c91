// What is written on the pages comes from the archive or from the words of a
// language, and from nowhere else.

import { fromHtml } from 'hast-util-from-html';
import type { Express } from 'express';
import request from 'supertest';
import { SKIP, visit } from 'unist-util-visit';
import { beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../src/words/en.js';
import { languages, type Words } from '../../src/words/words.js';
import { archiveOf, mistakesIn } from './served.js';

const issues = {
  '2023-01-09-p.md':
    '---\ntitle: Бюджеты\nnumber: 1\ndate: 2023-01-09\nauthor: Инес\npublication: Медленный стол\nlanguage: ru\n---\n\n# Бюджеты\n\nСначала о главном: запас и план.\n\n## Сначала деньги\n\nЗапас — это деньги. План начинается с запаса.[^1] Запас и план вместе.\n\n- [x] Сделано\n\n| а | б |\n|---|---|\n| в | г |\n\n[^1]: Сноска.\n',
  '2024-02-06-g.md':
    '---\ntitle: Цели\nnumber: 2\ndate: 2024-02-06\nurl: https://letters.example/2\nsupersedes: No. 1\nlanguage: ru\n---\n\n# Цели\n\n## Что дальше\n\nЗапас и план, год спустя: я ошибался про запас. План — это обещание.\n',
  '2024-05-06-u.md':
    '---\ntitle: Без номера\ndate: 2024-05-06\nlanguage: ru\n---\n\n## Ещё раз\n\nПлан и запас.\n',
};
const concepts = {
  z: '---\nlabel: Запас\naliases: [подушка]\nrelated: [p]\n---\n\nНасколько хватит денег.\n',
  p: '---\nlabel: План\nbroader: [d]\n---\n\nРешение заранее про запас.\n',
  d: '---\nlabel: Дело\n---\n\nРабота.\n',
};
const PATHS = [
  ...[
    '/',
    '/concepts',
    '/concepts/z',
    '/concepts/p',
    '/concepts/d',
    '/map',
    '/issues',
    '/api',
    '/-/patterns',
  ],
  ...['/concepts/z?asof=2023-06', '/concepts/z?asof=2022-06', '/issues?year=2024'],
  ...[
    '/issues/2023-01-09-p',
    '/issues/2024-02-06-g',
    '/issues/2024-05-06-u',
    '/issues?year=1999',
    '/concepts?q=%D1%89',
  ],
  ...['/search', `/search?q=${encodeURIComponent('запас план')}&year=2024`],
  ...[`/search?q=${encodeURIComponent('щщщ запас')}`, `/search?q=${encodeURIComponent('щщщ')}`],
  ...[`/search?q=${encodeURIComponent('запас')}&page=9&concept=p`],
  ...[`/${encodeURIComponent('ничего')}`, '/search?page=0', '/search?q=%FF', '/?a=b'],
];

/** English with other letters: whatever Latin letter then is on a page was written there. */
const marker = marked(en) as Words;

function marked(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\p{Script=Latin}/gu, 'ж');
  if (typeof value === 'function')
    return (...given: unknown[]) => marked((value as (...given: unknown[]) => unknown)(...given));
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      ['code', 'direction', 'link', 'day', 'lang'].includes(name) && typeof inner !== 'function'
        ? inner
        : marked(inner),
    ]),
  );
}

/** The texts of a page, those in attributes too, but for what is marked as English. */
function textsOf(html: string): string[] {
  const texts: string[] = [];
  visit(fromHtml(html), (node) => {
    if (node.type === 'text') texts.push(node.value);
    if (node.type !== 'element') return;
    const { lang, title, ariaLabel, alt, placeholder, value, content, name, ...rest } =
      node.properties;
    // Commands and names of files are what they are in any language.
    if ((lang === 'en' && node.tagName !== 'html') || node.tagName === 'code') return SKIP;
    texts.push(...[title, ariaLabel, alt, placeholder].map((one) => String(one ?? '')));
    if (node.tagName === 'meta' && name === 'description') texts.push(String(content));
    if (node.tagName === 'input' && node.properties.type !== 'hidden')
      texts.push(String(value ?? ''));
    for (const [key, one] of Object.entries(rest)) {
      // Words that a script is handed; addresses are handed so as well.
      if (key.startsWith('data') && !/^\/|^$/.test(String(one))) texts.push(String(one));
    }
    return;
  });
  return texts;
}

describe('the pages', () => {
  it('have no text of their own', async () => {
    const app = await archiveOf(issues, concepts, {
      title: () => 'Медленный стол',
      words: () => marker,
    });
    const empty = await archiveOf({}, {}, { title: () => 'Пусто', words: () => marker });
    for (const [served, paths] of [
      [app, PATHS],
      [empty, ['/', '/concepts', '/issues', '/map', '/search']],
    ] as const) {
      for (const path of paths) {
        const { text } = await request(served).get(path).set('Accept', 'text/html');
        const latin = textsOf(text).filter((one) => /\p{Script=Latin}{2,}/u.test(one));
        expect([path, latin]).toEqual([path, []]);
      }
    }
  });

  describe.each(Object.entries(languages))('in %s', (code, words) => {
    let app: Express;
    beforeAll(async () => {
      app = await archiveOf(issues, concepts, { words: () => words });
    });

    it('say so, and are valid', async () => {
      for (const path of PATHS) {
        const { text } = await request(app).get(path).set('Accept', 'text/html');
        expect(text).toContain(`<html lang="${code}" dir="ltr">`);
        expect([path, await mistakesIn(text)]).toEqual([path, []]);
        if (path !== '/api') expect(text, path).not.toMatch(/undefined|\[object|null/);
      }
    });
  });

  it('mark what is written from the right', async () => {
    const app = await archiveOf({
      'a.md': '---\ntitle: الوقت\nlanguage: ar\n---\n\n## الخطة\n\nهذه هي الخطة.\n',
    });
    const { text } = await request(app).get('/issues/a');
    expect(text).toContain('<html lang="en" dir="ltr">');
    expect(text).toContain('<article lang="ar" dir="rtl">');
    const found = await request(app).get(`/search?q=${encodeURIComponent('الخطة')}`);
    expect(found.text).toContain('<h2 lang="ar" dir="rtl"><a');
    expect(found.text).toContain('<p class="excerpt" lang="ar" dir="rtl">');
  });
});
