// The house rules of ARCHITECTURE.md, held against the imports.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Which rooms (and single files) of src each room may import from; every room may import itself. */
const mayImport: Record<string, string[]> = {
  model: ['slug'],
  slug: [],
  urls: ['slug'],
  config: [],
  text: ['model', 'slug'],
  turns: [],
  thread: [],
  state: ['turns'],
  archive: ['model', 'slug', 'text', 'turns', 'thread', 'state'],
  concepts: ['model', 'slug', 'text', 'turns'],
  search: ['model', 'slug', 'text'],
  'knowledge-base': ['model', 'slug', 'text', 'turns', 'concepts', 'search'],
  words: ['model', 'slug', 'knowledge-base/knowledge-base'],
  pages: ['model', 'slug', 'text', 'turns', 'urls', 'words', 'knowledge-base/knowledge-base'],
  web: ['model', 'slug', 'text', 'urls', 'words', 'pages', 'knowledge-base/knowledge-base'],
  build: [
    'model',
    'slug',
    'text',
    'turns',
    'thread',
    'state',
    'archive',
    'concepts',
    'knowledge-base/knowledge-base',
  ],
  terminal: ['model', 'pages', 'text'],
  commands: ['*'],
  cli: ['*'],
};

/** The only room that may use a package. */
const packageRooms: Record<string, string[]> = {
  'gray-matter': ['archive'],
  'remark-parse': ['archive'],
  'remark-gfm': ['archive'],
  minisearch: ['search'],
  n3: ['concepts'],
  express: ['web'],
  ejs: ['web'],
  'd3-force': ['pages'],
  commander: ['cli'],
};

interface Import {
  /** Gone when compiled. */
  typeOnly: boolean;
  file: string;
  room: string;
  from: string;
}

const imports = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => importsOf(file.split(sep).join('/')));

describe('the house', () => {
  it('has imports to check', () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  it('lets each room import only the rooms it may', () => {
    const breaches = imports.filter(({ file, room, from }) => {
      if (!from.startsWith('.')) return false;
      const target = posix.join(dirname(file), from).replace(/\.js$/, '');
      const allowed = mayImport[room] ?? [];
      return (
        roomOf(target) !== room &&
        !allowed.includes('*') &&
        !allowed.includes(roomOf(target)) &&
        !allowed.includes(target)
      );
    });
    expect(breaches).toEqual([]);
  });

  it('has a rule for every room', () => {
    expect(
      [...new Set(imports.map(({ room }) => room))].filter((room) => !(room in mayImport)),
    ).toEqual([]);
  });

  it('keeps each package in its one room', () => {
    const breaches = imports.filter(({ room, from }) => {
      const rooms = packageRooms[from];
      return rooms !== undefined && !rooms.includes(room);
    });
    expect(breaches).toEqual([]);
  });

  it('has no import cycle', () => {
    const graph = new Map<string, string[]>();
    for (const { file, from, typeOnly } of imports) {
      if (typeOnly || !from.startsWith('.')) continue;
      const target = posix.join(dirname(file), from).replace(/\.js$/, '.ts');
      graph.set(file, [...(graph.get(file) ?? []), target]);
    }
    expect(findCycle(graph)).toBeUndefined();
  });

  it('exits the process in the command line only', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        file.endsWith('.ts') &&
        readFileSync(join(root, 'src', file), 'utf8').includes('process.exit('),
    );
    expect(files).toEqual(['cli.ts']);
  });

  it('writes unescaped HTML in views from html(…), said(…) and includes only', () => {
    const breaches = readdirSync(join(root, 'views'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ejs'))
      .flatMap((file) => {
        const text = readFileSync(join(root, 'views', file), 'utf8');
        return [...text.matchAll(/<%-\s*(\S[^%]*)/g)]
          .map(([, code]) => `${file}: ${code!.trim()}`)
          .filter((line) => !/: (html|said|include)\(/.test(line));
      });
    expect(breaches).toEqual([]);
  });
});

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, 'src', file), 'utf8');
  return [...text.matchAll(/^(?:import|export)\b[^'";]*?from '([^']+)'|^import '([^']+)'/gm)].map(
    ([statement, from, bare]) => ({
      file,
      room: roomOf(file),
      from: (from ?? bare)!,
      typeOnly: /^(?:import|export) type /.test(statement),
    }),
  );
}

/** `archive` for `archive/folder.ts`, `cli` for `cli.ts`. */
function roomOf(file: string): string {
  return relative('.', file).split('/')[0]!.replace(/\.ts$/, '');
}

function findCycle(graph: Map<string, string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    done.add(file);
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle !== undefined) return cycle;
    }
    return undefined;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
