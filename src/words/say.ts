// A sentence as data. Languages differ in where a link, a day or a number
// stands in it, so that a language writes the whole sentence, and the page
// draws what stands in its places.

import type { IsoDay } from '../model.js';

export type Said = readonly Piece[];

export type Piece =
  | string
  | { link: string; text: string; lang: string | null }
  /** null is drawn as “undated”; `link` is where it leads. */
  | { day: IsoDay | null; link: string | null }
  /** In italics, as indexes set their “see”. */
  | { aside: string }
  | { quote: string }
  | { code: string };

/** Tags a sentence: say`Quoted from ${link(url, title)}.` An empty place says nothing. */
export function say(
  texts: TemplateStringsArray,
  ...places: readonly (Piece | Said | number | null | false)[]
): Said {
  return texts.flatMap((text, i): Said => [text, ...piecesOf(places[i] ?? null)]);
}

function piecesOf(place: Piece | Said | number | null | false): Said {
  if (place === null || place === false) return [];
  if (typeof place === 'number') return [String(place)];
  return isSaid(place) ? place : [place];
}

function isSaid(place: Piece | Said): place is Said {
  return Array.isArray(place);
}

/** @param lang of the text, where it can differ from the page's. */
export function link(url: string, text: string, lang: string | null = null): Piece {
  return { link: url, text, lang };
}

/** These, with a separator between them. */
export function joined(pieces: readonly Piece[], separator: string): Said {
  return pieces.flatMap((piece, i) => (i === 0 ? [piece] : [separator, piece]));
}
