/** What a reader should know of how a question was read; each language puts it into words. */
export type Note =
  /** Only the first ones were read. */
  | { kind: 'too long'; characters: number }
  /** Parentheses deeper than this were not read. */
  | { kind: 'too deep'; depth: number }
  /** Only the rarest words were searched. */
  | { kind: 'too many words'; words: number }
  /** Not all was looked up. */
  | { kind: 'too much work' }
  /** Nothing has the quoted words together. */
  | { kind: 'quotes apart' }
  /** `in:` takes a field, and this names none; it was searched as words. */
  | { kind: 'no field'; written: string }
  /** `before:`, `after:` and `year:` take a period, and this names none; it was searched as words. */
  | { kind: 'no period'; name: string; written: string }
  /** The month ends with `lastDay`; it was searched as words. */
  | { kind: 'no such day'; written: string; lastDay: string }
  /** `near:` takes a group of words, and none follows; it was searched as words. */
  | { kind: 'no group'; written: string }
  /** There is nothing in it to search by, but perhaps filters. */
  | { kind: 'no words' }
  | { kind: 'no operator'; name: string; written: string };
