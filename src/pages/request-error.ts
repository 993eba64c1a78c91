import { en } from '../words/en.js';
import { mistakeInWords, type Mistake } from '../words/mistake.js';

/**
 * The reader's mistake, not ours and not the archive's: what was asked is
 * malformed (400), is not there (404), cannot be asked that way (405) or so often
 * (429), or was asked too early (503).
 * Its message is for JSON, in English; pages say it in their own language.
 */
export class RequestError extends Error {
  readonly status: 400 | 404 | 405 | 429 | 503;

  constructor(readonly mistake: Mistake) {
    super(mistakeInWords(en, mistake));
    this.status = STATUS[mistake.kind];
  }
}

const STATUS = {
  'no such': 404,
  'unknown parameter': 400,
  malformed: 400,
  encoding: 400,
  method: 405,
  'not ready': 503,
  'too often': 429,
} as const satisfies Record<Mistake['kind'], number>;
