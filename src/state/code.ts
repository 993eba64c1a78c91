// Another version of the program may read, link or index otherwise: what one
// version has kept is not for another.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = fileURLToPath(new URL('..', import.meta.url));

/** A hash of the program's code, or of some of its rooms, with Node's version and our packages'. */
export function hashOfCode(rooms: readonly string[] = ['.']): string {
  const hash = createHash('sha256')
    .update(process.version)
    .update(readFileSync(join(root, 'package.json')));
  for (const room of rooms) {
    const files = readdirSync(join(source, room), { recursive: true, encoding: 'utf8' }).sort();
    for (const file of files) {
      if (/\.[jt]s$/.test(file)) hash.update(file).update(readFileSync(join(source, room, file)));
    }
  }
  return hash.digest('hex');
}
