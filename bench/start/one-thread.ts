// The same pipeline with nothing but one thread: what the others are worth.

import { outlineOf } from '../../src/archive/outline.js';
import { packReading, type PackedReading } from '../../src/archive/packed-reading.js';
import { readConceptFile } from '../../src/archive/read-concept.js';
import { readIssue } from '../../src/archive/read-issue.js';
import type { Reader } from '../../src/archive/reader.js';
import { createBuild } from '../../src/build.js';
import { createMemoryKnowledgeBase } from '../../src/knowledge-base/memory.js';
import { withDetector } from '../../src/text/language.js';

const packed = new Map<string, PackedReading>();
const reader: Reader = {
  async read(source) {
    const reading = await withDetector(() => readIssue(source));
    packed.set(source.file, packReading(reading));
    return outlineOf(reading);
  },
  packed: async ({ file }) => packed.get(file),
  readConcept: async (source) => readConceptFile(source),
  forget: (file) => packed.delete(file),
  stayReady: () => undefined,
  close: async () => undefined,
};

const kb = createMemoryKnowledgeBase();
await createBuild({ dir: process.argv[2]!, kb, reader }).run();
process.stdout.write(JSON.stringify(await kb.counts()));
