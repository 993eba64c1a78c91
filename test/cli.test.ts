import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backmatter, serve } from './run-cli.js';

describe.concurrent('backmatter', () => {
  it('helps, and tells its commands', async () => {
    const { code, stdout } = await backmatter(['--help']);
    expect(code).toBe(0);
    for (const command of ['serve', 'search', 'check']) expect(stdout).toContain(`  ${command} `);
  });

  it.each([
    [['moats'], /unknown command 'moats'/],
    [['serve', '--colour'], /unknown option '--colour'/],
    [['search'], /missing required argument 'query'/],
    [['search', 'okrs', 'content', '--asof', 'June'], /“asof” must be a month, such as 2024-06/],
    [['serve', '--port', 'many'], /--port must be|--port /],
  ])('answers wrong usage with 2 and one clear line: %j', async (args, line) => {
    const { code, stderr } = await backmatter(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(line);
    expect(stderr).not.toMatch(/ {4}at /);
  });
});

describe.concurrent('backmatter serve', () => {
  it('serves the sample archive and ends on Ctrl+C', async () => {
    const server = await serve(['content']);
    expect(server.printed()).toMatch(
      /The Unfinished Map: \d+ issues, \d+ sections, \d+ concepts\./,
    );
    const answer = (await (await fetch(`${server.address}/api/search?q=okrs`)).json()) as {
      total: number;
    };
    expect(answer.total).toBeGreaterThan(5);
    expect(await server.stop()).toBe(0);
  });

  it('serves the sample archive where there is no ./content, and says so', async () => {
    const server = await serve([], await folder({}));
    expect(server.printed()).toContain('No ./content here');
    expect((await fetch(server.address)).status).toBe(200);
    await server.stop();
  });

  it('serves an empty folder with a word on what to do', async () => {
    const server = await serve(['.'], await folder({}));
    expect(server.printed()).toMatch(/1 problem to mend/);
    expect((await fetch(server.address)).status).toBe(200);
    await server.stop();
  });

  it('says which port is in use and what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await backmatter(['serve', 'content', '--port', String(port)]);
    other.close();
    expect(code).toBe(1);
    expect(stderr).toBe(
      `backmatter: Port ${port} is in use. Choose another: --port ${port + 1}, or --port 0 for any.\n`,
    );
  });

  it('says that there is no such folder', async () => {
    const dir = await folder({});
    const { code, stderr } = await backmatter(['serve', 'no-such-folder', '--port', '0'], dir);
    expect(code).toBe(1);
    expect(await readdir(dir)).toEqual([]);
    expect(stderr).toMatch(
      /^backmatter: There is no folder .*no-such-folder\. Name a folder of Markdown files\.\n$/,
    );
  });

  it('refuses a broken backmatter.yaml with 2 and the name of the setting', async () => {
    const dir = await folder({ 'backmatter.yaml': 'prot: 80\n', 'a.md': 'Words.' });
    const { code, stderr } = await backmatter(['serve', '.'], dir);
    expect(code).toBe(2);
    expect(stderr).toContain('unknown setting "prot"');
  });
});

describe.concurrent('backmatter search', () => {
  it('prints passages with their place, and ends with 0', async () => {
    const { code, stdout } = await backmatter(['search', 'maturity model', 'content']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+ passages/m);
    expect(stdout).toMatch(/\/issues\/.+#/);
  });

  it('prints what /api/search answers with --json', async () => {
    const { stdout } = await backmatter(['search', 'funding', 'content', '--json']);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(
      expect.arrayContaining([
        'query',
        'total',
        'page',
        'perPage',
        'hits',
        'facets',
        'suggestion',
        'tookMs',
      ]),
    );
    expect(answer.hits[0].excerpt.marks.length).toBeGreaterThan(0);
  });

  it('looks at the archive as it stood at the end of a month, and says so', async () => {
    const { stdout } = await backmatter(['search', 'okrs', 'content', '--asof', '2022-08']);
    expect(stdout).toContain('Only what was published by the end of 2022-08.');
    expect(stdout).toContain('2022-08-');
    expect(stdout).not.toMatch(/· 202[3-9]-|· 2022-(09|1)/);
  });

  it('says that nothing was found, and which word and filter are to blame', async () => {
    const asked = 'xylophone author:nobody';
    const { code, stdout } = await backmatter(['search', asked, 'content']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Nothing found/);
    expect(stdout).toContain('Nothing matches “xylophone”, “author:nobody”.');
  });

  it('says when only some of the words were found', async () => {
    const { stdout } = await backmatter(['search', 'ladder xylophone', 'content']);
    expect(stdout).toContain('those with some of them are here too');
  });
});

describe.concurrent('what is kept for the next start', () => {
  it('is written by one program at a time, and another says in a line that it writes nothing', async () => {
    const dir = await folder({ 'issues/1.md': 'On planning.', 'issues/2.md': 'On funding.' });
    const server = await serve([dir]);
    expect((await backmatter(['search', 'planning', dir])).stderr).not.toContain('Process');
    await writeFile(join(dir, 'issues/2.md'), 'On planning too.');
    const { stdout, stderr } = await backmatter(['search', 'planning', dir]);
    expect(stdout).toContain('issues/2');
    expect(stderr).toMatch(/^Process \d+ keeps .*; this one reads there, and writes nothing\.$/m);
    expect(await server.stop()).toBe(0);
    expect((await backmatter(['search', 'planning', dir])).stderr).not.toContain('Process');
  });

  it('is nothing at all with --cache none', async () => {
    const dir = await folder({ 'issues/1.md': 'On planning.' });
    await backmatter(['search', 'planning', dir, '--cache', 'none']);
    expect(await readdir(dir)).toEqual(['issues']);
  });
});

describe.concurrent('backmatter check', () => {
  it('finds nothing to mend in the sample archive', async () => {
    const { code, stdout } = await backmatter(['check', 'content']);
    expect(stdout).toMatch(/Nothing to mend\.\n$/);
    expect(code).toBe(0);
  });

  it('names file, line and mend of each problem, and ends with 1', async () => {
    const dir = await folder({
      'issues/1.md': '---\ntitle: "One\ndate: 2024-01-01\n---\n\nStill read.\n',
      'issues/2.md': '---js\n({ title: process.exit(7) })\n---\n\nAlso read.\n',
      'issues/3.md': '---\ntitle: Three\ndate: 2024-02-30\n---\n\nThe thirtieth of February.\n',
    });
    const { code, stdout } = await backmatter(['check', dir]);
    expect(code).toBe(1);
    for (const file of ['1.md', '2.md', '3.md'])
      expect(stdout).toMatch(new RegExp(`issues/${file}(:\\d+)?: `));
    expect(stdout).toMatch(/3 files: 3 issues/);
  });

  it('prints the same as JSON', async () => {
    const dir = await folder({ 'a.md': '---\ntitle: [\n---\n\nWords.\n' });
    const { code, stdout } = await backmatter(['check', dir, '--json']);
    const report = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(report).toMatchObject({ files: 1, issues: 1 });
    expect(report.problems[0]).toMatchObject({ file: 'a.md', line: expect.any(Number) });
    expect(Object.keys(report.problems[0]).sort()).toEqual(['file', 'how', 'kind', 'line', 'what']);
  });
});

async function folder(files: Record<string, string>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'backmatter-'));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await writeFile(join(dir, file), text);
  }
  return dir;
}
