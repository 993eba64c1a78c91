// Numbers in file names and at the end of titles, which only the whole archive
// can tell from years, parts and quantities.

/** Where in a name a number stands; numbers are compared with those in the same place. */
export type NumberPlace = 'first' | 'named' | 'last';

/** The numbers that could be the issue's, by place. */
export function numbersIn(name: string): Partial<Record<NumberPlace, number>> {
  // Dates go first, so that no part of one is taken for a number.
  const bare = name
    .replace(/(?<!\d)(?:19|20)\d{2}[-_. ]?\d{2}[-_. ]?\d{2}(?!\d)/g, ' ')
    .replace(/(?<!\d)(?:19|20)\d{2}[-_.]\d{1,2}(?!\d)/g, ' ')
    .replace(/\bv?\d+(?:\.\d+)+/gi, ' ')
    .trim();
  const places: [NumberPlace, RegExp][] = [
    ['named', /(?:^|[^\p{L}])(?:issue|no|nr|edition|number|vol)[-_. #]*(\d{1,5})(?!\d)/iu],
    ['first', /^#?(\d{1,5})(?=$|[-_. :])/u],
    ['last', /(?:^|[\s_#-])(\d{1,5})$/u],
  ];
  const found: Partial<Record<NumberPlace, number>> = {};
  for (const [place, pattern] of places) {
    const digits = pattern.exec(bare)?.[1];
    if (digits !== undefined && Number(digits) > 0) found[place] = Number(digits);
  }
  return found;
}
