import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tryFaults } from '../../bench/live/faults.js';
import { killAtRandom } from '../../bench/live/kill.js';

describe('a server', { timeout: 240_000 }, () => {
  it('that is killed at any moment serves what a clean build does when it starts again', async () => {
    const { rows, failures } = await killAtRandom(await folder(), { rounds: 4, seed: 5 });
    expect(failures).toEqual([]);
    expect(rows.kills).toBe(4);
  });

  it('whose disk is full serves on, says so once, and recovers when there is room', async () => {
    const full = { operation: 'write', error: 'ENOSPC' };
    const { rows, failures } = await tryFaults(await folder(), [full], { real: false });
    expect(failures).toEqual([]);
    expect(rows['ENOSPC at write']!.told).toMatch(/ENOSPC/);
  });
});

async function folder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'backmatter-live-'));
}
