import { RequestError } from '../pages/request-error.js';

/**
 * The parameters of an address: each a string, or an array of strings where it
 * is repeated, never an object. Throws a 400 on broken percent-encoding.
 */
export function readQuery(query: string | null | undefined): Record<string, string | string[]> {
  const text = query ?? '';
  try {
    decodeURIComponent(text);
  } catch {
    throw new RequestError({ kind: 'encoding' });
  }
  const params = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name);
      return [name, values.length === 1 ? values[0]! : values];
    }),
  );
}
