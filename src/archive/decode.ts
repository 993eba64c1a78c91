// Bytes to text. Says what is wrong with the bytes, and gives what can be read.

import type { Problem } from '../model.js';

export interface DecodedText {
  /** With `\n` line ends and no NUL; null when the bytes are no text. */
  text: string | null;
  problems: Problem[];
}

/** 4 MB of Markdown is a thousand long issues, and some ten seconds of parsing. */
const MAX_BYTES = 4_000_000;

/**
 * Decodes UTF-8, or UTF-16 with its mark. Bytes that are not valid UTF-8 become
 * U+FFFD, with a problem that names the first one's line.
 */
export function decodeText(file: string, bytes: Uint8Array): DecodedText {
  const none = (what: string, how: string): DecodedText => ({
    text: null,
    problems: [{ file, line: null, kind: 'unreadable', what, how }],
  });
  if (bytes.length > MAX_BYTES)
    return none(
      `The file is ${Math.round(bytes.length / 1e6)} MB long.`,
      'Split it into one file per issue.',
    );
  const utf16 = utf16Name(bytes);
  if (utf16 === null && isBinary(bytes))
    return none('The file is not text.', 'Save it as Markdown in UTF-8, or take it away.');

  const whole = decodeStrictly(utf16 ?? 'utf-8', bytes);
  if (whole !== null) return { text: evenLines(whole), problems: [] };
  const text = evenLines(new TextDecoder(utf16 ?? 'utf-8').decode(bytes));
  const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
  return {
    text,
    problems: [
      {
        file,
        line,
        kind: 'encoding',
        what: 'The file is not valid UTF-8.',
        how: 'Save it in UTF-8.',
      },
    ],
  };
}

function utf16Name(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8192);
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls += 1;
  }
  return controls > head.length / 20;
}

function decodeStrictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function evenLines(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replaceAll('\0', '');
}
