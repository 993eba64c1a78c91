// Where the names of a graph stand on its drawing. The same graph gives the
// same drawing: d3-force begins from fixed places and draws no lots.

import {
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import { takeTurns } from '../turns.js';

/** In the units of the drawing, whose origin is the upper left corner. */
export interface Drawing<Node> {
  width: number;
  height: number;
  nodes: (Node & Placed)[];
  edges: { x1: number; y1: number; x2: number; y2: number; width: number }[];
}

interface Placed {
  x: number;
  y: number;
  radius: number;
  /** Where the label's base line is, centred below the circle. */
  labelY: number;
}

interface Given {
  id: string;
  /** 0 to 1 */
  size: number;
  label: string;
}

export interface Link {
  from: string;
  to: string;
  /** 0 to 1 */
  weight: number;
}

interface Body extends SimulationNodeDatum {
  id: string;
  x: number;
  y: number;
  radius: number;
  /** Half of what circle and label take up together, and the space around them. */
  halfWidth: number;
  halfHeight: number;
}

const TICKS = 300;
/** More rounds than a drawing has needed yet; it ends when nothing overlaps. */
const ROUNDS = 1000;
/** Of the circles. */
const SMALLEST = 4;
const LARGEST = 15;
/** Of the letters, on the average of a serif face of 15 units; a wide script's are twice that. */
const LETTER = 7.4;
const LINE = 17;
const GAP = 5;
const MARGIN = 14;
/** A page is wider than it is high, and so is the drawing. */
const FLATTEN = 1.6;

/** Others get the thread meanwhile: a large graph takes a tenth of a second. */
export async function layOut<Node extends Given>(
  nodes: readonly Node[],
  links: readonly Link[],
): Promise<Drawing<Node>> {
  const turn = takeTurns();
  const bodies = nodes.map((node, i) => bodyOf(node, i));
  const pairs = pairsOf(links, new Set(nodes.map(({ id }) => id)));
  const linked = new Set(pairs.flatMap(({ from, to }) => [from, to]));
  // What no line holds would drift away.
  const inward = (id: string) => (linked.has(id) ? 0.06 : 0.25);
  const simulation = forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, { source: string; target: string; weight: number }>(
        pairs.map(({ from, to, weight }) => ({ source: from, target: to, weight })),
      )
        .id(({ id }) => id)
        .distance(80)
        .strength(({ weight }) => 0.15 + 0.5 * weight),
    )
    .force('apart', forceManyBody<Body>().strength(-420))
    .force(
      'x',
      forceX<Body>(0).strength(({ id }) => inward(id)),
    )
    .force(
      'y',
      forceY<Body>(0).strength(({ id }) => inward(id) * FLATTEN * FLATTEN),
    )
    .stop();
  for (let tick = 0; tick < TICKS; tick += 1) {
    simulation.tick();
    separate(bodies);
    await turn();
  }
  for (let round = 0; round < ROUNDS && separate(bodies); round += 1) await turn();
  return drawn(nodes, bodies, pairs);
}

/** On a sunflower's spiral, so that no two begin at one place. */
function bodyOf({ id, size, label }: Given, index: number): Body {
  const angle = index * Math.PI * (3 - Math.sqrt(5));
  const far = 24 * Math.sqrt(0.5 + index);
  const radius = SMALLEST + (LARGEST - SMALLEST) * size;
  return {
    id,
    x: FLATTEN * far * Math.cos(angle),
    y: far * Math.sin(angle),
    radius,
    halfWidth: Math.max(radius, widthOf(label) / 2) + GAP,
    halfHeight: radius + LINE / 2 + GAP / 2,
  };
}

function widthOf(label: string): number {
  const wide = label.match(
    /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  );
  return LETTER * (label.length + (wide?.length ?? 0));
}

/** Each pair once, by the stronger of the two directions. */
function pairsOf(links: readonly Link[], known: ReadonlySet<string>): Link[] {
  const pairs = new Map<string, Link>();
  for (const link of links) {
    if (!known.has(link.from) || !known.has(link.to)) continue;
    const key = [link.from, link.to].sort().join(' ');
    if ((pairs.get(key)?.weight ?? -1) < link.weight) pairs.set(key, link);
  }
  return [...pairs.values()];
}

/** Pushes circles with their labels apart where they overlap; whether any did. */
function separate(bodies: readonly Body[]): boolean {
  let any = false;
  bodies.forEach((a, i) => {
    for (let j = i + 1; j < bodies.length; j += 1) {
      const b = bodies[j]!;
      const overX = a.halfWidth + b.halfWidth - Math.abs(b.x - a.x);
      const overY = a.halfHeight + b.halfHeight - Math.abs(labelled(b) - labelled(a));
      if (overX <= 0.01 || overY <= 0.01) continue;
      any = true;
      // The shorter way out.
      if (overX < overY) {
        const push = (b.x < a.x ? -overX : overX) / 2;
        a.x -= push;
        b.x += push;
      } else {
        const push = (labelled(b) < labelled(a) ? -overY : overY) / 2;
        a.y -= push;
        b.y += push;
      }
    }
  });
  return any;
}

/** The middle of circle and label together. */
function labelled({ y }: Body): number {
  return y + LINE / 2;
}

function drawn<Node extends Given>(
  nodes: readonly Node[],
  bodies: readonly Body[],
  pairs: readonly Link[],
): Drawing<Node> {
  const left = Math.min(0, ...bodies.map(({ x, halfWidth }) => x - halfWidth)) - MARGIN;
  const right = Math.max(0, ...bodies.map(({ x, halfWidth }) => x + halfWidth)) + MARGIN;
  const top = Math.min(0, ...bodies.map((body) => labelled(body) - body.halfHeight)) - MARGIN;
  const bottom = Math.max(0, ...bodies.map((body) => labelled(body) + body.halfHeight)) + MARGIN;
  const places = new Map(
    bodies.map(({ id, x, y }) => [id, { x: round(x - left), y: round(y - top) }]),
  );
  return {
    width: Math.ceil(right - left),
    height: Math.ceil(bottom - top),
    nodes: nodes.map((node, i) => {
      const { x, y } = places.get(node.id)!;
      const { radius } = bodies[i]!;
      return { ...node, x, y, radius: round(radius), labelY: round(y + radius + LINE - GAP) };
    }),
    edges: pairs.map(({ from, to, weight }) => {
      const [a, b] = [places.get(from)!, places.get(to)!];
      return { x1: a.x, y1: a.y, x2: b.x, y2: b.y, width: round(0.6 + 2.4 * weight) };
    }),
  };
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
