// How a discovered concept is written.

import type { Candidate } from './candidate.js';

/** Written with a capital this often where it says something, it is a proper name. */
const PROPER = 0.75;

/** The commonest way to write it: a proper name as it is, else with one capital at the beginning. */
export function labelOf({ forms }: Candidate): string {
  const all = [...forms].map(([text, form]) => ({ text, ...form }));
  const judged = all.reduce((sum, form) => sum + form.judged, 0);
  const capital = all.reduce((sum, form) => sum + (form.capital ? form.judged : 0), 0);
  const proper = judged > 0 && capital / judged >= PROPER;
  const fitting = all.filter((form) => form.capital === proper);
  const [best] = (fitting.length > 0 ? fitting : all).sort(
    (a, b) => b.count - a.count || (a.text < b.text ? -1 : 1),
  );
  const text = best!.text.replace(/\s+/gu, ' ');
  if (proper) return text;
  const lower = /\p{Ll}\p{Lu}|^\p{Lu}{2}/u.test(text) ? text : text.toLowerCase();
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
