// Vocabularies in Turtle, read by n3.

import { Parser, type Term as N3Term } from 'n3';

export interface Triple {
  subject: string;
  predicate: string;
  object: Term;
}

export type Term =
  { kind: 'iri'; value: string } | { kind: 'literal'; value: string; language: string | null };

/** The text is no Turtle. */
export class TurtleError extends Error {
  constructor(
    message: string,
    /** From 1; null where it is not known. */
    readonly line: number | null,
  ) {
    super(message);
  }
}

/** @throws TurtleError where the text is no Turtle, with its line */
export function readTurtle(text: string): Triple[] {
  try {
    // Relative names are kept as they stand when the text has no base of its own.
    return new Parser({ format: 'text/turtle' })
      .parse(text)
      .map(({ subject, predicate, object }) => ({
        subject: subject.value,
        predicate: predicate.value,
        object: termOf(object),
      }));
  } catch (error) {
    const { message, context } = error as Error & { context?: { line?: number } };
    throw new TurtleError(message, context?.line ?? null);
  }
}

function termOf(term: N3Term): Term {
  if (term.termType !== 'Literal') return { kind: 'iri', value: term.value };
  return { kind: 'literal', value: term.value, language: term.language || null };
}
