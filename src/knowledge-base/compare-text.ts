// The alphabetical order of labels; total, so that two builds list alike.

export function compareText(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
