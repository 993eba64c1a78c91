import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createMemoryKnowledgeBase } from '../../src/knowledge-base/memory.js';
import { layOut } from '../../src/pages/map-layout.js';
import { makeMapPage } from '../../src/pages/map.js';
import { glossaryFrom, issueFrom } from '../archive-of.js';

const names = Array.from({ length: 40 }, (_, i) => `Concept number ${i}`);
const nodes = names.map((label, i) => ({ id: `${i}`, size: 1 / (1 + i), label }));
const links = nodes.slice(1, -1).map(({ id }, i) => ({ from: id, to: `${i % 7}`, weight: 0.5 }));

describe('the drawing of a graph', () => {
  it('is the same for the same graph', async () => {
    expect(await layOut(nodes, links)).toEqual(await layOut(nodes, links));
  });

  it('is made in slices, so that others get the thread', async () => {
    let turns = 0;
    let drawn = false;
    const large = names.flatMap((label) =>
      ['a', 'b', 'c', 'd'].map((letter) => ({ id: label + letter, size: 1, label })),
    );
    const drawing = layOut(large, []).then(() => (drawn = true));
    while (!drawn) {
      await setImmediate();
      turns += 1;
    }
    await drawing;
    expect(turns).toBeGreaterThan(3);
  });

  it('lets no name stand on another, and all within the drawing', async () => {
    const { width, height, nodes: placed } = await layOut(nodes, links);
    placed.forEach((a, i) => {
      for (const b of placed.slice(i + 1)) {
        const apart =
          Math.abs(a.x - b.x) > 6 * a.label.length || Math.abs(a.labelY - b.labelY) > 12;
        expect(apart, `${a.label} and ${b.label}`).toBe(true);
      }
      for (const [at, most] of [
        [a.x - 3 * a.label.length, width],
        [a.x + 3 * a.label.length, width],
        [a.y - a.radius, height],
        [a.labelY, height],
      ]) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(most!);
      }
    });
  });

  it('draws a pair once, by the stronger of its two directions, and nothing to what is not there', async () => {
    const { edges } = await layOut(nodes.slice(0, 2), [
      { from: '0', to: '1', weight: 0 },
      { from: '1', to: '0', weight: 1 },
      { from: '1', to: 'gone', weight: 1 },
    ]);
    expect(edges.map(({ width }) => width)).toEqual([3]);
  });

  it('stands for nothing and for one', async () => {
    expect((await layOut([], [])).nodes).toEqual([]);
    expect((await layOut(nodes.slice(0, 1), [])).nodes).toHaveLength(1);
  });
});

describe('the map', () => {
  it('lists what it draws, each concept with its nearest and why', async () => {
    const kb = createMemoryKnowledgeBase();
    await kb.replaceGlossary(
      glossaryFrom({
        goals: '---\nlabel: Goals\n---\n\nEnds.\n',
        okrs: '---\nlabel: OKRs\nbroader: [goals]\n---\n\nA format.\n',
        silence: '---\nlabel: Silence\n---\n\nNobody speaks of it.\n',
      }),
    );
    await kb.replaceIssue(issueFrom('a.md', '# A\n\nGoals and OKRs.\n'));
    await kb.replaceIssue(issueFrom('b.md', '# B\n\nGoals.\n'));
    const { total, concepts, drawing } = await makeMapPage(kb, {});
    expect(total).toBe(3);
    expect(concepts.map(({ concept }) => concept.label)).toEqual(['Goals', 'OKRs']);
    expect(concepts[1]!.related[0]!.reasons[0]!.words).toBe('the glossary calls it broader');
    expect(drawing.nodes.map(({ url }) => url)).toEqual(['/concepts/goals', '/concepts/okrs']);
    expect(drawing.nodes[0]!.radius).toBeGreaterThan(drawing.nodes[1]!.radius);
    expect(drawing.edges).toHaveLength(1);
  });
});
