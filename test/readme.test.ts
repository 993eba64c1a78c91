// The README is true: it names every command, setting and address, and its examples run.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingDescriptions } from '../src/config.js';
import { routes } from '../src/web/routes.js';
import { backmatter, serve } from './run-cli.js';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

describe.concurrent('the README', () => {
  it('names every command and its arguments', async () => {
    const [all, ofConcepts] = await Promise.all([
      backmatter(['--help']),
      backmatter(['concepts', '--help']),
    ]);
    const commands = [
      ...commandsIn(all.stdout),
      ...commandsIn(ofConcepts.stdout).map((command) => `concepts ${command}`),
    ].filter((command) => command !== 'concepts');
    expect(commands.length).toBeGreaterThanOrEqual(8);
    for (const command of commands) expect(readme).toContain(`\`backmatter ${command}\``);
  });

  it.each(Object.entries(settingDescriptions))(
    'describes the setting %s as the help does',
    (_, { flag, environment, key, meaning, fallback }) => {
      expect(readme).toContain(
        `| \`${flag}\` | \`${environment}\` | \`${key}\` | ${meaning} | ${fallback} |`,
      );
    },
  );

  it.each(routes)('names the address %s', (route) => {
    expect(readme).toMatch(new RegExp(`\`${route}[\`?]`));
  });

  it('links only to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, file]) => file!);
    expect(links.length).toBeGreaterThan(5);
    for (const file of links) expect(() => readFileSync(join(root, file))).not.toThrow();
  });

  it('gives two commands that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const given = [...readme.matchAll(/^npm ci && npm (\w+)$/gm)].map(([, name]) => name!);
    expect(given).toEqual(['start', 'test']);
    for (const name of given) expect(scripts).toHaveProperty(name);
  });

  it('shows commands that run', async () => {
    const shown = [...readme.matchAll(/^npx backmatter (.+)$/gm)].map(([, args]) => words(args!));
    expect(shown.length).toBeGreaterThanOrEqual(2);
    for (const args of shown) {
      const { code, stdout } = await backmatter(
        args.map((arg) => arg.replace('path/to/letters', 'content')),
      );
      expect(code).toBe(0);
      expect(stdout).not.toContain('Nothing found');
    }
  });

  it('shows what check prints', async () => {
    const { stdout } = await backmatter(['check', 'content']);
    expect(block('text')).toBe(stdout.trim());
  });

  it('shows an answer of the server as it is', async () => {
    const [url] = /http:\/\/127\.0\.0\.1:3000\/api\/[^']+/.exec(readme) ?? [];
    const server = await serve(['content']);
    const response = await fetch(url!.replace('http://127.0.0.1:3000', server.address));
    const answer = (await response.json()) as { hits: unknown[] };
    await server.stop();
    expect(JSON.parse(block('json'))).toEqual(answer.hits[0]);
  });
});

/** `search <query> [dir]`, as the help lists it. */
function commandsIn(help: string): string[] {
  return [...help.matchAll(/^ {2}(\w+)(?: \[options\])?((?: (?:<\w+>|\[dir\]))*) {2,}\S/gm)].map(
    ([, name, args]) => `${name}${args}`,
  );
}

function block(language: string): string {
  const [, text] = new RegExp(`^\`\`\`${language}\n([^]*?)\n\`\`\`$`, 'm').exec(readme)!;
  return text!;
}

/** Words of a shell line, single quotes taken off. */
function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
}
