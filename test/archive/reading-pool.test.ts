import { afterEach, describe, expect, it } from 'vitest';
import { createReadingPool, type ReadingPool } from '../../src/archive/reading-pool.js';
import { outlineOf } from '../../src/archive/outline.js';
import { issueIn, outlineIn } from '../../src/archive/packed-reading.js';
import { readConceptFile } from '../../src/archive/read-concept.js';
import { readIssue } from '../../src/archive/read-issue.js';

let pool: ReadingPool | undefined;
afterEach(() => pool?.close());

describe('reading in threads', () => {
  it('reads as in the same thread', async () => {
    pool = createReadingPool({});
    const source = {
      file: 'a.md',
      bytes: Buffer.from('# A title\n\nWords.\n\n## More\n\nAgain.\n'),
    };
    const readings = await Promise.all([1, 2, 3].map(() => pool!.read(source)));
    for (const packed of readings) {
      expect(outlineIn(packed)).toEqual(outlineOf(readIssue(source)));
      expect(issueIn(packed)).toEqual(readIssue(source).issue);
    }
    expect(await pool.readConcept(source)).toEqual(readConceptFile(source));
  });

  it('tells a language that the small words of the text do not', async () => {
    pool = createReadingPool({}, undefined, 1);
    const read = (text: string) => pool!.read({ file: 'a.md', bytes: Buffer.from(text) });
    expect(outlineIn(await read('计划本身比计划书更有价值。')).issue?.language).toBe('zh');
    expect(outlineIn(await read('Die Planung ist mehr wert als der Plan.')).issue?.language).toBe(
      'de',
    );
  });

  it('gives a file up that takes too long, names it, and reads on', async () => {
    pool = createReadingPool({}, { cpuMs: 700, memoryMb: 2_000 }, 1);
    const endless = Buffer.from('[a](b) *c* `d`\n\n'.repeat(200_000));
    const [late, next] = await Promise.all([
      pool.read({ file: 'endless.md', bytes: endless }),
      pool.read({ file: 'next.md', bytes: Buffer.from('Words.') }),
    ]);
    const { issue, problems } = outlineIn(late);
    expect(issue).toBeNull();
    expect(problems).toMatchObject([{ file: 'endless.md', kind: 'too-complex' }]);
    expect(problems[0]!.what).toBe('The file takes more than 0.7 s to read and was given up.');
    expect(outlineIn(next).issue?.title).toBe('Next');
  });

  it('gives a file up that takes too much memory', async () => {
    pool = createReadingPool({}, { cpuMs: 60_000, memoryMb: 160 }, 1);
    const large = Buffer.from('*a* `b` [c](d)\n\n'.repeat(200_000));
    const { issue, problems } = outlineIn(await pool.read({ file: 'large.md', bytes: large }));
    expect(issue).toBeNull();
    expect(problems).toMatchObject([
      { kind: 'too-complex', what: expect.stringContaining('160 MB') },
    ]);
  });
});
