/**
 * The reader's mistake, not ours and not the archive's: what was asked is
 * malformed (400), is not there (404) or cannot be asked that way (405).
 * Its message is a sentence for the reader.
 */
export class RequestError extends Error {
  constructor(
    readonly status: 400 | 404 | 405,
    message: string,
  ) {
    super(message);
  }
}

/** `No concept “moats”.` */
export function notFound(noun: string, name: string): RequestError {
  return new RequestError(404, `No ${noun} “${name}”.`);
}
