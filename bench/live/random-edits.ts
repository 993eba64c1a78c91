// What people and their programs do to an archive's files, at random.

import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sample = fileURLToPath(new URL('../../content', import.meta.url));

/** The first issues of the sample archive, and some of its concepts: small, so that building it is quick. */
export async function copySmallArchive(to: string): Promise<void> {
  const counts = { issues: 5, concepts: 8 };
  for (const [folder, count] of Object.entries(counts)) {
    const files = (await readdir(join(sample, folder))).filter((file) => file.endsWith('.md'));
    await mkdir(join(to, folder), { recursive: true });
    for (const file of files.sort().slice(0, count))
      await cp(join(sample, folder, file), join(to, folder, file));
  }
}

/**
 * Makes one edit at each call and tells what it was.
 *
 * @param random from 0 to 1
 */
export function createEdits(dir: string, random: () => number): () => Promise<string> {
  const pick = <Item>(from: readonly Item[]): Item => from[Math.floor(random() * from.length)]!;
  const word = () => pick(WORDS);
  let made = 0;

  const sentence = () => `${word()} ${word()} of the ${word()}, and ${word()} ${made}.`;

  /** The text with something of it changed: a line more, a line fewer, another heading. */
  function changed(text: string): string {
    const lines = text.split('\n');
    const at = Math.floor(random() * lines.length);
    const how = random();
    if (how < 0.5) lines.splice(at, 0, '', sentence(), '');
    else if (how < 0.7) lines.splice(at, 1);
    else if (how < 0.85) lines.splice(at, 0, '', `## ${word()} ${made}`, '', sentence(), '');
    else lines.splice(at, 0, `**${word()}.** ${sentence()}`);
    return lines.join('\n');
  }

  const kinds: Record<string, (path: string) => Promise<unknown>> = {
    async save(path) {
      await writeFile(path, changed(await readFile(path, 'utf8')));
    },
    async 'atomic save'(path) {
      const text = changed(await readFile(path, 'utf8'));
      await writeFile(`${path}.tmp`, text);
      await rename(`${path}.tmp`, path);
    },
    async 'save by removing first'(path) {
      const text = changed(await readFile(path, 'utf8'));
      await rm(path);
      await writeFile(path, text);
    },
    async 'half-written file'(path) {
      const bytes = await readFile(path);
      await writeFile(path, bytes.subarray(0, Math.floor(random() * bytes.length)));
    },
    'binary file': (path) =>
      writeFile(
        path,
        Uint8Array.from({ length: 200 }, () => Math.floor(random() * 256)),
      ),
    'broken front matter': (path) =>
      writeFile(path, `---\ntitle: [${word()}\n---\n\n${sentence()}\n`),
    'new issue': () => writeFile(join(dir, 'issues', `new-${made}.md`), letter()),
    'new issue of the same name': async (path) => {
      const folder = join(dir, 'issues', `sub-${Math.floor(random() * 3)}`);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, basename(path)), letter());
    },
    deletion: (path) => rm(path),
    rename: (path) => rename(path, join(dirname(path), `renamed-${made}.md`)),
    async 'change of case'(path) {
      const name = basename(path);
      const other = name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
      await rename(path, join(dirname(path), other));
    },
    async touch(path) {
      await writeFile(path, await readFile(path));
    },
    async 'editor’s leavings'(path) {
      const name = basename(path);
      for (const left of [`.${name}.swp`, `${name}~`, `#${name}#`, '4913'])
        await writeFile(join(dirname(path), left), sentence());
    },
    async 'concept edited'() {
      const path = pick(await filesIn('concepts'));
      if (path !== undefined) await writeFile(path, concept());
    },
    'new concept': () => writeFile(join(dir, 'concepts', `concept-${made}.md`), concept()),
    async 'concept removed'() {
      const all = await filesIn('concepts');
      if (all.length > 5) await rm(pick(all));
    },
  };

  function letter(): string {
    const day = `20${20 + Math.floor(random() * 6)}-0${1 + Math.floor(random() * 9)}-11`;
    return `---\ntitle: ${word()} ${made}\ndate: ${day}\n---\n\n${sentence()}\n\n## ${word()}\n\n${sentence()}\n`;
  }

  function concept(): string {
    return `---\nlabel: ${word()} ${word()}\naliases: [${word()}, ${word()}]\nlink: ${pick(['always', 'exact', 'never'])}\n---\n\n${sentence()}\n`;
  }

  async function filesIn(folder: string): Promise<string[]> {
    const files = await readdir(join(dir, folder), { recursive: true, encoding: 'utf8' });
    return files
      .filter((file) => /\.md$/i.test(file) && !basename(file).startsWith('.'))
      .map((file) => join(dir, folder, file))
      .sort();
  }

  return async () => {
    made += 1;
    const issues = await filesIn('issues');
    // Neither none, of which nothing could be told, nor so many that each build takes long.
    const kind =
      issues.length < 4 ? 'new issue' : issues.length > 16 ? 'deletion' : pick(Object.keys(kinds));
    const path = pick(issues) ?? '';
    await kinds[kind]!(path);
    return `${made}. ${kind}: ${path.slice(dir.length + 1)}`;
  };
}

const WORDS = [
  ...['planning', 'OKRs', 'ladder', 'funding', 'team', 'teams', 'roadmap', 'key results', 'bets'],
  ...['maturity', 'maturity models', 'envelope', 'library', 'quarter', 'goals', 'shelf', 'map'],
  ...['Anselm', 'measure', 'wager', 'commitment', 'ŁÓDŹ', '計画', 'größe', 'a “quoted” word'],
];
