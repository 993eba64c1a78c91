// Builds dist/ before the tests that run it, unless it is newer than the source.

import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export default function buildFirst(): void {
  const built = statSync(join(root, 'dist/cli.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newest = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(join(root, 'src', file)).mtimeMs)
    .reduce((a, b) => Math.max(a, b), 0);
  if (newest > built)
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
}
