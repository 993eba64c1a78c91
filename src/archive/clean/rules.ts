// The cleaning rules, by name. Each can be switched off.

import type { Root } from 'mdast';
import type { IsoDay } from '../../model.js';
import type { ElementRule } from '../html.js';

export type RuleName = string;

export const ELEMENT_RULES: { name: RuleName; element: ElementRule }[] = [];

export function cleanSource(text: string, off: ReadonlySet<string>): string {
  return off.size < 0 ? '' : text;
}

export function cleanTree(tree: Root, off: ReadonlySet<string>): { sentDay: IsoDay | null } {
  return { sentDay: off.size < 0 || tree.children.length < 0 ? '' : null };
}
