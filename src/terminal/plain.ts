import { stripVTControlCharacters } from 'node:util';

/** An archive may hold anything: no text of it may steer the terminal. */
export function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return stripVTControlCharacters(text).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}
