import { describe, expect, it } from 'vitest';
import { makePaging } from '../../src/pages/paging.js';

const url = (page: number) => `?page=${page}`;
const numbers = (total: number, page: number) =>
  makePaging({ total, page, perPage: 10 }, url).pages.map((one) => one?.number ?? '…');

describe('paging', () => {
  it('offers no pages where one holds everything', () => {
    expect(makePaging({ total: 10, page: 1, perPage: 10 }, url)).toEqual({
      ...{ total: 10, from: 1, to: 10, previous: null, next: null, pages: [] },
    });
  });

  it('shows the first, the last and those around the current page', () => {
    expect(numbers(200, 1)).toEqual([1, 2, '…', 20]);
    expect(numbers(200, 10)).toEqual([1, '…', 9, 10, 11, '…', 20]);
    expect(numbers(30, 2)).toEqual([1, 2, 3]);
  });

  it('counts the items of a last page that is not full', () => {
    const { from, to, next } = makePaging({ total: 23, page: 3, perPage: 10 }, url);
    expect([from, to, next]).toEqual([21, 23, null]);
  });

  it('leads back from beyond the end to the last page', () => {
    const { from, to, previous, next } = makePaging({ total: 23, page: 9, perPage: 10 }, url);
    expect([from, to, previous, next]).toEqual([0, 0, '?page=3', null]);
  });

  it('has nothing to count in an empty list', () => {
    const { from, to, pages } = makePaging({ total: 0, page: 1, perPage: 10 }, url);
    expect([from, to, pages]).toEqual([0, 0, []]);
  });
});
