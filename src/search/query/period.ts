// Days, months, years and spans of them as readers write them after before:,
// after: and year:.

/** Days `from` ≤ day < `to`, as ISO days. */
export interface Period {
  from: string | null;
  to: string | null;
}

/** A month of the calendar was named, and a day that it lacks. */
export interface NoSuchDay {
  /** The last day that the month has. */
  lastDay: string;
}

/**
 * The period that an operator names. `before:2024` ends with 2023; `after:2023`
 * begins with 2024; `year:` takes a month and a day too, and a span of two of
 * them. Undefined when the value is no date.
 */
export function period(
  operator: 'before' | 'after' | 'year',
  value: string,
): Period | NoSuchDay | undefined {
  if (operator === 'year') return span(value);
  const named = dates(value);
  if (named === undefined || 'lastDay' in named) return named;
  return operator === 'before' ? { from: null, to: named.from } : { from: named.to, to: null };
}

/** Two years are also written `2014-2015`. */
const SPAN = /^(.+)\.\.\.?(.+)$|^(\d{4})[-–](\d{4})$/u;

/** Either end may come first. */
function span(value: string): Named | undefined {
  const ends = SPAN.exec(value)?.slice(1).filter(Boolean) ?? [value];
  let whole: { from: string; to: string } | undefined;
  for (const end of ends) {
    const named = dates(end);
    if (named === undefined || 'lastDay' in named) return named;
    whole ??= named;
    if (named.from < whole.from) whole = { ...whole, from: named.from };
    if (named.to > whole.to) whole = { ...whole, to: named.to };
  }
  return whole;
}

type Named = { from: string; to: string } | NoSuchDay;

/** A year, a month or a day. */
function dates(value: string): Named | undefined {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value);
  if (match === null) return undefined;
  const [year = 0, month, day] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (month === undefined) return { from: iso(year, 1, 1), to: iso(year + 1, 1, 1) };
  if (month < 1 || month > 12) return undefined;
  const nextMonth = month === 12 ? iso(year + 1, 1, 1) : iso(year, month + 1, 1);
  if (day === undefined) return { from: iso(year, month, 1), to: nextMonth };
  if (day < 1) return undefined;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > days) return { lastDay: iso(year, month, days) };
  return { from: iso(year, month, day), to: day === days ? nextMonth : iso(year, month, day + 1) };
}

function iso(year: number, month: number, day: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
