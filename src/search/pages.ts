// Whole numbers by address, in pages of 1 MB: growing copies nothing, and a
// page that nobody needs any more is given back.

const PAGE_BITS = 18;
export const PAGE_SIZE = 2 ** PAGE_BITS;

export interface Pages {
  /** By the page's number; undefined for one given back. */
  all: (Uint32Array | undefined)[];
  /** Where the next numbers go. Address 0 is left to those that have a page of their own. */
  next: number;
  end: number;
  /** The numbers of pages given back. */
  spare: number[];
}

export function createPages(): Pages {
  return { all: [], next: 0, end: 0, spare: [] };
}

/** The address of so many 0s, all on one page. What is longer than a page has one of its own. */
export function reserve(pages: Pages, size: number): number {
  if (pages.next + size > pages.end) {
    const page = addPage(pages, new Uint32Array(Math.max(PAGE_SIZE, size)));
    const start = page * PAGE_SIZE;
    if (size >= PAGE_SIZE) {
      pages.next = pages.end = 0;
      return start;
    }
    pages.next = start === 0 ? 1 : start;
    pages.end = start + PAGE_SIZE;
  }
  const address = pages.next;
  pages.next += size;
  return address;
}

export function addPage(pages: Pages, page: Uint32Array): number {
  const number = pages.spare.pop() ?? pages.all.length;
  pages.all[number] = page;
  return number;
}

/** What comes from now on goes to other pages than these, whose numbers it gives. */
export function closePages(pages: Pages): number[] {
  pages.next = pages.end = 0;
  return [...pages.all.keys()].filter((number) => pages.all[number] !== undefined);
}

/** Whether more may still go to that page. */
export function isOpen(pages: Pages, number: number): boolean {
  return pages.next < pages.end && pageNumberOf(pages.next) === number;
}

export function giveBack(pages: Pages, number: number): void {
  pages.all[number] = undefined;
  pages.spare.push(number);
}

export function pageAt(pages: Pages, address: number): Uint32Array {
  return pages.all[address >>> PAGE_BITS]!;
}

export function offsetAt(address: number): number {
  return address & (PAGE_SIZE - 1);
}

export function pageNumberOf(address: number): number {
  return address >>> PAGE_BITS;
}
