// Questions meant to stop a search engine.

import type { Text } from './engines.js';

export function hostileQuestions(texts: readonly Text[]): { name: string; q: string }[] {
  const counts = new Map<string, number>();
  for (const { body } of texts.slice(0, 5_000))
    for (const word of body.toLowerCase().match(/\p{L}{2,}/gu) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  // The beginnings that most words have.
  const begun = new Map<string, number>();
  for (const word of counts.keys())
    begun.set(word.slice(0, 2), (begun.get(word.slice(0, 2)) ?? 0) + 1);
  const wide = [...begun]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 32)
    .map(([two]) => `${two}*`);
  const near = common.slice(0, 16).map((word, at) => `near:50(${word} ${common[at + 1]})`);
  const near17 = (word: string): string => `"${word}"~17`;
  const years = Array.from({ length: 90 }, (_, at) => 1930 + at);
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return [
    ...letters.map((letter) => ({ name: `the letter ${letter}`, q: letter })),
    ...letters.map((letter) => ({ name: `${letter}*`, q: `${letter}*` })),
    ...['in', 'co', 're', 'pr', 'th'].map((two) => ({ name: `${two}*`, q: `${two}*` })),
    { name: 'all pairs of letters, starred', q: letters.map((a) => `${a}e*`).join(' ') },
    { name: 'the 32 widest beginnings', q: wide.join(' ') },
    { name: 'the 32 widest beginnings, OR', q: wide.join(' OR ') },
    { name: 'the 32 widest beginnings, in headings', q: `in:heading ${wide.join(' ')}` },
    { name: 'the 32 widest beginnings, excluded', q: wide.map((two) => `-${two}`).join(' ') },
    { name: '"the" × 200', q: 'the '.repeat(200) },
    { name: 'a word of 4 letters × 200', q: 'team '.repeat(200) },
    { name: 'the 32 commonest words', q: common.slice(0, 32).join(' ') },
    { name: 'the 150 commonest words', q: common.slice(0, 150).join(' ') },
    { name: 'the 32 commonest words, OR', q: common.slice(0, 32).join(' OR ') },
    { name: 'the commonest phrases', q: '"of the" "in the" "to the" "and the" "on the" "for the"' },
    { name: 'the commonest words near one another', q: `near:9(${common.slice(0, 12).join(' ')})` },
    { name: '16 pairs of the commonest words near one another', q: near.join(' ') },
    { name: '16 pairs of the commonest words near one another, OR', q: near.join(' OR ') },
    {
      name: 'beginnings, phrases and nearness at once',
      q: `${wide.slice(0, 10).join(' ')} "of the" "in the" "the new" "the xq" ${near.slice(0, 6).join(' ')}`,
    },
    {
      name: '32 phrases, OR',
      q: common
        .slice(0, 32)
        .map((word) => `"${word} of"`)
        .join(' OR '),
    },
    {
      name: '32 phrases, excluded',
      q: common
        .slice(0, 32)
        .map((word) => `-"the ${word}"`)
        .join(' '),
    },
    {
      name: '32 phrases',
      q: common
        .slice(0, 32)
        .map((word) => `"the ${word}"`)
        .join(' '),
    },
    {
      name: 'exclusions of the commonest',
      q: common
        .slice(0, 32)
        .map((word) => `-${word}`)
        .join(' '),
    },
    {
      name: 'misspelt words',
      q: common
        .slice(200, 240)
        .map((word) => `${word}xq`)
        .join(' '),
    },
    {
      name: 'long misspelt words',
      q: Array.from({ length: 40 }, (_, n) => `communicationz${letters[n % 26]}x`).join(' '),
    },
    { name: 'a word in quotes, near itself, OR', q: common.slice(0, 60).map(near17).join(' OR ') },
    { name: '90 years, OR', q: years.map((year) => `year:${year}`).join(' OR ') },
    { name: '90 years, excluded', q: years.map((year) => `-year:${year}`).join(' ') },
    {
      name: 'a word in each of 60 years, OR',
      q: years
        .slice(0, 60)
        .map((year) => `(year:${year} ${common[0]!})`)
        .join(' OR '),
    },
    { name: 'authors, OR', q: letters.map((letter) => `author:${letter}`).join(' OR ') },
    { name: 'a word of 40,000 letters', q: 'a'.repeat(40_000) },
    { name: 'parentheses, nested', q: `${'('.repeat(500)}team${')'.repeat(499)}` },
    { name: 'parentheses, nested, of OR', q: '(a OR '.repeat(150) },
    { name: 'minus signs', q: '-'.repeat(1_000) },
    { name: 'quotes', q: '"'.repeat(999) },
    { name: 'signs', q: '~!@#$%^&*()_+{}|:<>?-=[];,./'.repeat(30) },
    { name: 'combining marks', q: `e${'\u0301'.repeat(900)}` },
    { name: 'Han', q: '的'.repeat(500) },
    { name: 'Thai', q: 'การทดสอบ'.repeat(100) },
    {
      name: 'operators',
      q: 'in:heading year:2024 before:2024 lang:en author:a concept:b '.repeat(15),
    },
  ];
}
