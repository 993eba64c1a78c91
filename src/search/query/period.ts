// Days, months and years as readers write them after before:, after: and year:.

/**
 * The period that an operator names, as ISO days from ≤ day < to. `before:2024`
 * ends with 2023; `after:2023` begins with 2024; undefined when the value is no
 * date.
 */
export function period(
  operator: 'before' | 'after' | 'year',
  value: string,
): { from: string | null; to: string | null } | undefined {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value);
  if (match === null) return undefined;
  const [year, month, day] = match
    .slice(1)
    .map((part) => (part === undefined ? null : Number(part)));
  if (year === undefined || year === null) return undefined;
  if (operator === 'year' && typeof month === 'number') return undefined;
  if (typeof month === 'number' && (month < 1 || month > 12)) return undefined;
  if (typeof day === 'number' && (day < 1 || day > 31)) return undefined;
  const first = iso(year, month ?? 1, day ?? 1);
  const next = following(year, month ?? null, day ?? null);
  switch (operator) {
    case 'before':
      return { from: null, to: first };
    case 'after':
      return { from: next, to: null };
    case 'year':
      return { from: first, to: next };
  }
}

/** The first day after the year, month or day. Days are compared as text, so that the 32nd will do. */
function following(year: number, month: number | null, day: number | null): string {
  if (month === null) return iso(year + 1, 1, 1);
  if (day === null) return month === 12 ? iso(year + 1, 1, 1) : iso(year, month + 1, 1);
  return iso(year, month, day + 1);
}

function iso(year: number, month: number, day: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
