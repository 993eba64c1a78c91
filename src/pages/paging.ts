// The way through the pages of a list.

import type { Page } from '../model.js';

export interface Paging {
  total: number;
  /** The first and last item shown, from 1; 0 and 0 when there is none. */
  from: number;
  to: number;
  previous: string | null;
  next: string | null;
  /** null stands for a gap. Empty when one page holds everything. */
  pages: ({ number: number; url: string; current: boolean } | null)[];
}

export function makePaging(
  { total, page, perPage }: Omit<Page<unknown>, 'items'>,
  url: (page: number) => string,
): Paging {
  const last = Math.max(1, Math.ceil(total / perPage));
  const shown = page <= last && total > 0;
  return {
    total,
    from: shown ? (page - 1) * perPage + 1 : 0,
    to: shown ? Math.min(total, page * perPage) : 0,
    previous: page > 1 ? url(Math.min(page - 1, last)) : null,
    next: page < last ? url(page + 1) : null,
    pages: last === 1 ? [] : numbers(page, last).map((number) => link(number)),
  };

  function link(number: number | null) {
    return number === null ? null : { number, url: url(number), current: number === page };
  }
}

/** The first, the last, and those around the current one. */
function numbers(page: number, last: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, last].filter((n) => n >= 1 && n <= last);
  const sorted = [...new Set(near)].sort((a, b) => a - b);
  return sorted.flatMap((n, i) => (i > 0 && n - sorted[i - 1]! > 1 ? [null, n] : [n]));
}
