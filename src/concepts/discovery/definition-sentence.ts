// The sentence of an archive that defines a name: "X is …".

import type { Definition } from '../../model.js';
import { sentenceAt } from '../sentence.js';
import type { Place } from './places.js';

/** What follows the name in a sentence that defines it, by language. */
const DEFINING: Record<string, RegExp> = {
  en: /^(?:\s*\([^()]{2,40}\))?,?\s+(?:(?:is|are)\s+(?:a|an|the\s+(?:practice|process|idea|art|act|name|term|set|way|ability|number|study|use|part|process|amount|time|method|discipline|principle|point)\b|any|one\s+of\s+the|when\s|how\s|what\s+you|where\s+(?:a|you|people)|[a-z]+(?:ing|ed)\s)|(?:refers?|referring)\s+to\s|means?\s+(?:that|the|a|an)\s|describes?\s+(?:the|a|an|how)\s|(?:is|are)\s+(?:defined|known|described)\s+as\s|stands\s+for\s)/u,
  fr: /^(?:\s*\([^()]{2,40}\))?,?\s+(?:est|sont|désigne|signifie|désignent)\s+(?:un|une|le|la|l['’]|les|des|ce)/u,
  de: /^(?:\s*\([^()]{2,40}\))?,?\s+(?:ist|sind|bedeutet|bezeichnet)\s+(?:ein|eine|der|die|das|jede)/u,
  es: /^(?:\s*\([^()]{2,40}\))?,?\s+(?:es|son|significa|se\s+refiere)\s+(?:un|una|el|la|los|las|a)\s/u,
  pt: /^(?:\s*\([^()]{2,40}\))?,?\s+(?:é|são|significa)\s+(?:um|uma|o|a|os|as)\s/u,
  it: /^(?:\s*\([^()]{2,40}\))?,?\s+(?:è|sono|significa)\s+(?:un|una|uno|il|la|lo|l['’]|i|gli|le)/u,
  nl: /^(?:\s*\([^()]{2,40}\))?,?\s+(?:is|zijn|betekent)\s+(?:een|de|het|elke)\s/u,
  zh: /^(?:[（(][^()（）]{2,40}[)）])?\s*(?:是一|是指|指的是|是(?:用来|用于|由|基于|开源))/u,
};
/** What may stand before the name. */
const OPENING =
  /^(?:["“*]?(?:an?|the|les?|la|l['’]|une?|der|die|das|een|el|los|las|os?|il|lo|i)\s+)?["“]?$/iu;
const NO_DEFINITION =
  /\?$|^.{0,80}\b(?:is|are)\s+(?:a|an)\s+(?:great|good|big|huge|bit|lot|challenge|problem|different|must|must-have|key|critical|wonderful|perfect|nice)\b/u;
const SHORTEST = 40;
const LONGEST = 360;

/** Null rather than a sentence that only says something of it. */
export function defineInArchive(places: readonly Place[], language: string): Definition | null {
  const defining = DEFINING[language];
  if (defining === undefined) return null;
  let best: { text: string; place: Place; worth: number } | undefined;
  for (const place of places) {
    const { section, start, end } = place;
    const sentence = sentenceAt(section.text, start, end);
    const text = section.text.slice(sentence.start, sentence.end).trim();
    const shortest = language === 'zh' ? SHORTEST / 3 : SHORTEST;
    if (text.length < shortest || text.length > LONGEST || NO_DEFINITION.test(text)) continue;
    if (!/[.。！!”"]$/u.test(text)) continue;
    if (!OPENING.test(section.text.slice(sentence.start, start))) continue;
    if (!defining.test(section.text.slice(end, sentence.end))) continue;
    // Somebody who defines a thing does so at the beginning.
    const worth = 1 / (1 + sentence.start / 400);
    if (best === undefined || worth > best.worth) best = { text, place, worth };
  }
  if (best === undefined) return null;
  const { text, place } = best;
  return {
    tree: {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
    },
    text,
    source: place.section.id,
  };
}
