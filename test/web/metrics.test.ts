import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { archiveOf } from './served.js';

const issues = { '2024-05-01-plans.md': '# Plans\n\nText.\n' };

describe('the metrics', () => {
  it('are lines as Prometheus reads them, each family described before its figures', async () => {
    const { type, text } = await request(await archiveOf(issues)).get('/metrics');
    expect(type).toBe('text/plain');
    const described = new Set<string>();
    for (const line of text.trimEnd().split('\n')) {
      const [, name] = /^# TYPE (\w+) (?:gauge|counter|histogram)$/.exec(line) ?? [];
      if (name !== undefined) described.add(name);
      if (line.startsWith('#')) continue;
      expect(line).toMatch(/^\w+(\{\w+="[^"]+"\})? [\d.e+-]+$/);
      const family = /^\w+/.exec(line)![0];
      expect(
        [...described].some((known) => family.startsWith(known)),
        line,
      ).toBe(true);
    }
  });

  it('tell what is held, and where memory goes', async () => {
    const figures = await figuresOf(await archiveOf(issues));
    expect(figures.get('backmatter_issues')).toBe(1);
    expect(figures.get('backmatter_sections')).toBe(1);
    const parts = ['heap', 'buffers', 'rest'].map((part) =>
      figures.get(`backmatter_memory_bytes{part="${part}"}`)!,
    );
    expect(parts.every((bytes) => bytes > 0)).toBe(true);
    const resident = figures.get('process_resident_memory_bytes')!;
    expect(parts.reduce((a, b) => a + b)).toBe(resident);
  });

  it('count answers by status, and how long they took', async () => {
    const app = await archiveOf(issues);
    for (const path of ['/', '/issues', '/nowhere']) await request(app).get(path);
    const figures = await figuresOf(app);
    expect(figures.get('backmatter_requests_total{status="200"}')).toBe(2);
    expect(figures.get('backmatter_requests_total{status="404"}')).toBe(1);
    expect(figures.get('backmatter_request_seconds_count')).toBe(3);
    expect(figures.get('backmatter_request_seconds_bucket{le="+Inf"}')).toBe(3);
  });

  it('tell how late the server was since they were last asked for', async () => {
    const app = await archiveOf(issues);
    await figuresOf(app);
    await new Promise((done) => setTimeout(done, 50));
    const until = performance.now() + 200;
    while (performance.now() < until);
    await new Promise((done) => setTimeout(done, 50));
    const late = await figuresOf(app);
    expect(late.get('backmatter_late_seconds{quantile="max"}')).toBeGreaterThan(0.15);
  });
});

async function figuresOf(app: Parameters<typeof request>[0]): Promise<Map<string, number>> {
  const { text } = await request(app).get('/metrics');
  const lines = text.split('\n').filter((line) => /^\w/.test(line));
  return new Map(lines.map((line) => [line.split(' ')[0]!, Number(line.split(' ')[1])]));
}
