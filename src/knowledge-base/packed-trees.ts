// The Markdown trees of an issue's sections, deflated: as objects they take ten
// times the room of the text, and only a page that draws a section needs them.

import type { Root } from 'mdast';
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';

/** Can be cloned and written to disk as it is. */
export interface PackedTrees {
  /** Each the JSON of an array of trees, in the order of the sections. */
  blocks: Uint8Array[];
  /** The section with which each block begins. */
  starts: number[];
}

/** A block is unpacked whole, which takes about a millisecond for so many characters of JSON. */
const BLOCK = 64 * 1024;

/** @param turn awaited after every tree */
export async function packTrees(
  trees: readonly Root[],
  turn: () => Promise<void>,
): Promise<PackedTrees> {
  const packed: PackedTrees = { blocks: [], starts: [] };
  let waiting: string[] = [];
  let length = 0;
  const close = () => {
    if (waiting.length === 0) return;
    const json = `[${waiting.join(',')}]`;
    // Copied, because what is given lies in a larger piece of memory.
    packed.blocks.push(Uint8Array.from(deflateRawSync(json, { level: constants.Z_BEST_SPEED })));
    waiting = [];
    length = 0;
  };
  for (const [place, tree] of trees.entries()) {
    const json = JSON.stringify(tree);
    if (length + json.length > BLOCK) close();
    if (waiting.length === 0) packed.starts.push(place);
    waiting.push(json);
    length += json.length;
    await turn();
  }
  close();
  return packed;
}

/**
 * The tree of the section at that place. Others may be given the same
 * one: it is not to be changed.
 */
export function treeAt({ blocks, starts }: PackedTrees, place: number): Root {
  let number = starts.length - 1;
  while (starts[number]! > place) number -= 1;
  const block = blocks[number]!;
  // Who draws an issue asks for its sections one after another.
  if (last?.block !== block)
    last = { block, trees: JSON.parse(inflateRawSync(block).toString()) as Root[] };
  return last.trees[place - starts[number]!]!;
}

let last: { block: Uint8Array; trees: Root[] } | undefined;
