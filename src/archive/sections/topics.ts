import type { Passage } from './passages.js';

export function splitByTopic(passage: Passage): Passage[] {
  return [passage];
}
