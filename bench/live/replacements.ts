// An archive that is edited for long: does the server keep anything of what was replaced?

import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { listArchive } from '../../src/archive/folder.js';
import { metrics, startServer } from './server.js';

const AT_ONCE = 10;
const MB = 2 ** 20;

export async function replaceMany(
  dir: string,
  { count, minutes }: { count: number; minutes: number },
): Promise<{ rows: Record<string, unknown>; failures: string[] }> {
  const server = startServer(dir);
  try {
    const address = await server.ready;
    const files = (await listArchive(dir)).issues;
    const texts = await Promise.all(files.map(({ path }) => readFile(path, 'utf8')));
    const samples: { minute: number; resident: number; heap: number; open: number }[] = [];
    const began = performance.now();
    const pace = (minutes * 60_000) / count;
    let sampled = 0;
    for (let number = 0; number < count; number += AT_ONCE) {
      for (let at = number; at < number + AT_ONCE; at++) {
        const which = at % files.length;
        await writeFile(files[which]!.path, `${texts[which]}\n\nVersion ${at} of this issue.\n`);
      }
      await wait(Math.max(0, began + (number + AT_ONCE) * pace - performance.now()));
      if (performance.now() - sampled < 5_000) continue;
      sampled = performance.now();
      const figures = await metrics(address);
      samples.push({
        minute: (sampled - began) / 60_000,
        resident: figures.get('process_resident_memory_bytes')! / MB,
        heap: figures.get('backmatter_memory_bytes{part="heap"}')! / MB,
        open: figures.get('process_open_fds')!,
      });
    }
    const late = samples.filter(({ minute }) => minute >= Math.min(3, minutes / 2));
    const slope = slopeOf(late.map(({ minute, resident }) => [minute, resident]));
    const open = late.map((sample) => sample.open);
    const span = (values: number[]) =>
      `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)}`;
    return {
      rows: {
        replacements: count,
        minutes: ((performance.now() - began) / 60_000).toFixed(1),
        'resident MB': span(late.map(({ resident }) => resident)),
        'heap MB': span(late.map(({ heap }) => heap)),
        'MB a minute': slope.toFixed(2),
        'open files': span(open),
      },
      failures: [
        ...(slope <= 1 ? [] : [`Resident memory grows by ${slope.toFixed(2)} MB a minute.`]),
        // A file being read at the moment of the sample is open.
        ...(Math.max(...open) - Math.min(...open) <= 16 ? [] : [`Open files: ${span(open)}.`]),
      ],
    };
  } finally {
    await server.end();
  }
}

/** By least squares. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
