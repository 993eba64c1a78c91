import { cp, mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backmatter, serve } from './run-cli.js';

const content = join(import.meta.dirname, '../content');

describe.concurrent('backmatter concepts', () => {
  it('lists them with their counts', async () => {
    const { stdout } = await backmatter(['concepts', 'list', 'content']);
    expect(stdout).toMatch(/^ +\d+ +\d+ {2}OKRs \(objectives and key results/m);
    const { stdout: asJson } = await backmatter(['concepts', 'list', 'content', '--json']);
    expect(JSON.parse(asJson).items).toContainEqual(
      expect.objectContaining({ slug: 'okrs', status: 'curated' }),
    );
  });

  it('proposes, with sentences, what an archive without a glossary speaks of', async () => {
    const dir = await letters();
    const { code, stdout } = await backmatter(['concepts', 'propose', dir]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Maturity model {2}maturity-model\n {2}\d+ times in \d+ issues.*\n {2}“/m,
    );
  });

  it('writes the file of one that is accepted, once, for the owner to edit', async () => {
    const dir = await letters();
    const { stdout } = await backmatter(['concepts', 'accept', 'Maturity model', dir]);
    expect(stdout).toMatch(/^Wrote concepts\/maturity-model\.md\./);
    const file = await readFile(join(dir, 'concepts/maturity-model.md'), 'utf8');
    expect(file).toMatch(/^---\nlabel: Maturity model\n/);
    const again = await backmatter(['concepts', 'accept', 'maturity-model', dir]);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('is not proposed');
    const { stdout: list } = await backmatter(['concepts', 'list', dir, '--json']);
    expect(JSON.parse(list).items).toContainEqual(
      expect.objectContaining({ slug: 'maturity-model', status: 'curated' }),
    );
  });

  it('never proposes again what was turned down', async () => {
    const dir = await letters();
    const { stdout } = await backmatter(['concepts', 'reject', 'maturity-model', dir]);
    expect(stdout).toContain('concepts/rejected.txt');
    const { stdout: proposals } = await backmatter(['concepts', 'propose', dir, '--json']);
    const labels = JSON.parse(proposals).map(
      ({ concept }: { concept: { label: string } }) => concept.label,
    );
    expect(labels).not.toContain('Maturity model');
    expect(labels.length).toBeGreaterThan(5);
  });

  it.each([
    [
      'turtle',
      /<https:\/\/letters\.example\/concepts\/okrs>\n {4}a skos:Concept ;\n {4}skos:prefLabel "OKRs"/,
    ],
    ['jsonld', /"prefLabel":[^]*?"OKRs"/],
    ['schema', /"name": "OKRs"/],
    ['csv', /^okrs,OKRs,curated,/m],
  ])('exports the glossary as %s', async (format, line) => {
    const { code, stdout } = await backmatter([
      'concepts',
      'export',
      'content',
      '--format',
      format,
      '--base-url',
      'https://letters.example',
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(line);
  });

  it('refuses a format that it does not know', async () => {
    const { code, stderr } = await backmatter(['concepts', 'export', '--format', 'xls']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/turtle, jsonld, schema, csv/);
  });
});

describe('concepts that were found by a former start', () => {
  it('are looked for again where the archive has changed since, by a server too', async () => {
    const issues = (await readdir(join(content, 'issues'))).filter((file) => file.endsWith('.md'));
    const dir = await mkdtemp(join(tmpdir(), 'backmatter-'));
    await mkdir(join(dir, 'issues'));
    const add = async (files: string[]) => {
      for (const file of files) await cp(join(content, 'issues', file), join(dir, 'issues', file));
    };
    const slugs = async (...flags: string[]) => {
      const { stdout } = await backmatter(['concepts', 'list', dir, '--json', ...flags]);
      return slugsOf(JSON.parse(stdout));
    };
    await add(issues.slice(0, 4));
    const few = await slugs();
    await add(issues.slice(4, 8));
    const more = await slugs();
    expect(more).not.toEqual(few);
    expect(more).toEqual(await slugs('--cache', 'none'));

    await add(issues.slice(8, 12));
    const server = await serve([dir, '--no-watch']);
    await expect
      .poll(async () => slugsOf((await fetch(`${server.address}/api/concepts`)).json()), {
        timeout: 20_000,
      })
      .toEqual(await slugs('--cache', 'none'));
    await server.stop();
  });
});

async function slugsOf(list: unknown): Promise<string[]> {
  const { items } = (await list) as { items: { slug: string }[] };
  return items.map(({ slug }) => slug).sort();
}

/** The sample issues without their glossary. */
async function letters(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'backmatter-'));
  await cp(join(content, 'issues'), join(dir, 'issues'), { recursive: true });
  return dir;
}
