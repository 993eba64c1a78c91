// The figures as Prometheus reads them (https://prometheus.io/docs/instrumenting/exposition_formats).

import type { RequestHandler } from 'express';
import { startFigures, type Figures } from '../pages/figures.js';
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import type { WebSettings } from './settings.js';

export interface Metrics {
  /** Goes before what it counts. */
  count: RequestHandler;
  answer: RequestHandler;
}

/** Upper bounds in seconds, of which the last is no bound. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, Infinity];

/** Lateness is since the last time that anybody asked; all else since the start, or now. */
export function createMetrics(kb: KnowledgeBase, { ready, changes }: WebSettings): Metrics {
  const takeFigures = startFigures(kb);
  const statuses = new Map<number, number>();
  const within = BUCKETS.map(() => 0);
  let seconds = 0;

  return {
    count(_, response, next) {
      const began = performance.now();
      response.on('finish', () => {
        const took = (performance.now() - began) / 1000;
        const { statusCode } = response;
        // A page that listens for changes is answered as long as it is open.
        if (response.getHeader('Content-Type')?.toString().startsWith('text/event-stream')) return;
        statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
        seconds += took;
        BUCKETS.forEach((most, place) => {
          if (took <= most) within[place]! += 1;
        });
      });
      next();
    },

    async answer(_, response) {
      const lines = [
        ...family('backmatter_ready', 'gauge', 'Whether the archive has been read.', [
          ['', ready() ? 1 : 0],
        ]),
        ...figureLines(await takeFigures()),
        ...family('backmatter_open_pages', 'gauge', 'Pages that listen for changes.', [
          ['', changes?.listeners() ?? 0],
        ]),
        ...family(
          'backmatter_requests_total',
          'counter',
          'Requests answered.',
          [...statuses].map(([status, n]) => [`{status="${status}"}`, n]),
        ),
        ...family('backmatter_request_seconds', 'histogram', 'What an answer took.', [
          ...BUCKETS.map((most, place): Sample => [
            `_bucket{le="${most === Infinity ? '+Inf' : most}"}`,
            within[place]!,
          ]),
          ['_sum', seconds],
          ['_count', within.at(-1)!],
        ]),
      ];
      response.type('text/plain; version=0.0.4').set('Cache-Control', 'no-store');
      response.send(`${lines.join('\n')}\n`);
    },
  };
}

/** What follows the family's name, and the value. */
type Sample = [rest: string, value: number];

function figureLines({ archive, memory, lateMs, cpuSeconds, descriptors }: Figures): string[] {
  return [
    ...Object.entries(archive).flatMap(([what, n]) =>
      family(`backmatter_${what}`, 'gauge', `Number of ${what}.`, [['', n]]),
    ),
    ...family(
      'backmatter_memory_bytes',
      'gauge',
      'Memory by part: heap, buffers, and the rest of what is resident.',
      Object.entries(memory)
        .filter(([part]) => part !== 'resident')
        .map(([part, bytes]) => [`{part="${part}"}`, bytes]),
    ),
    ...family('process_resident_memory_bytes', 'gauge', 'Resident memory.', [
      ['', memory.resident],
    ]),
    ...family(
      'backmatter_late_seconds',
      'gauge',
      'How late the event loop was since the last time that this was asked.',
      Object.entries(lateMs).map(([which, ms]) => [`{quantile="${which}"}`, ms / 1000]),
    ),
    ...family('process_cpu_seconds_total', 'counter', 'Processor time, of all threads.', [
      ['', cpuSeconds],
    ]),
    ...(descriptors === null
      ? []
      : family('process_open_fds', 'gauge', 'Open files and connections.', [['', descriptors]])),
  ];
}

function family(
  name: string,
  type: 'gauge' | 'counter' | 'histogram',
  help: string,
  samples: Sample[],
): string[] {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(([rest, value]) => `${name}${rest} ${value}`),
  ];
}
