// A page of a list.

import type { Page, PageRequest } from '../model.js';

export function cut<From, Item>(
  all: readonly From[],
  { page, perPage }: PageRequest,
  make: (from: From) => Item,
): Page<Item> {
  const items = all.slice((page - 1) * perPage, page * perPage).map(make);
  return { total: all.length, page, perPage, items };
}
