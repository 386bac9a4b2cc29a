import { planCells } from './cells.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
export interface LayoutNode {
  readonly width: number;
  readonly height: number;
  readonly band: number;
}
export interface LayoutResult {
  readonly boxes: readonly Box[];
  readonly routes: readonly (readonly Point[])[];
  readonly bands: readonly { readonly y: number; readonly height: number }[];
  readonly width: number;
}

const column = 100;
const rowHeight = 110;
const slot = 10;
const slotLimit = 30;
const channelLimit = 12;

/**
 * Places nodes in columns from left to right and in bands (lanes) from top to bottom; edges run at right angles
 * through the gaps between columns, those that lead back along the bottom of a band.
 * `gapBefore` is the space above each band.
 */
export function layeredLayout(
  nodes: readonly LayoutNode[],
  edges: readonly (readonly [number, number])[],
  gapBefore: readonly number[],
  left: number,
): LayoutResult {
  const plan = planCells(
    nodes.map((node) => node.band),
    gapBefore.length,
    edges,
  );
  const layerOf = (index: number) => plan.cells[index]?.layer ?? 0;
  const bandOf = (index: number) => plan.cells[index]?.band ?? 0;

  // Every bend needs a line of its own in the gap before a column.
  const bends = Array.from({ length: plan.layers + 1 }, () => 0);
  const take = (gap: number) => {
    const used = bends[gap] ?? 0;
    bends[gap] = used + 1;
    return { gap, index: used % slotLimit };
  };
  const channels = gapBefore.map(() => 0);
  const planned = edges.map(([from, to], edge) => {
    const path = plan.paths[edge] ?? [];
    if (path.length > 0) {
      const turns = path.slice(1).map((cell, step) => {
        const previous = plan.cells[path[step] ?? from];
        const here = plan.cells[cell];
        return previous?.row === here?.row && previous?.band === here?.band ? undefined : take(layerOf(cell));
      });
      return { path, turns, channel: { band: 0, index: 0 } };
    }
    const band = Math.max(bandOf(from), bandOf(to));
    const index = (channels[band] ?? 0) % channelLimit;
    channels[band] = (channels[band] ?? 0) + 1;
    return { path, turns: [take(layerOf(from) + 1), take(layerOf(to))], channel: { band, index } };
  });

  const gapWidth = (gap: number) => 40 + slot * Math.min(bends[gap] ?? 0, slotLimit);
  const columns: number[] = [];
  let right = left;
  for (let layer = 0; layer < plan.layers; layer++) {
    right += gapWidth(layer);
    columns.push(right);
    right += column;
  }
  const slotX = ({ gap, index }: { gap: number; index: number }) =>
    (columns[gap] ?? right + gapWidth(gap)) - gapWidth(gap) + 20 + slot * index;

  let bottom = 0;
  const bands = gapBefore.map((gap, band) => {
    const y = bottom + gap;
    const height =
      (plan.rows[band] ?? 1) * rowHeight + slot * Math.min(channels[band] ?? 0, channelLimit) + 10;
    bottom = y + height;
    return { y, height };
  });
  const middle = (cell: number) =>
    (bands[bandOf(cell)]?.y ?? 0) + (plan.cells[cell]?.row ?? 0) * rowHeight + rowHeight / 2 + 5;

  const boxes = nodes.map(({ width, height }, node) => ({
    x: (columns[layerOf(node)] ?? left) + (column - width) / 2,
    y: middle(node) - height / 2,
    width,
    height,
  }));
  const routes = edges.map(([from, to], edge) => {
    const { path = [], turns = [], channel = { band: 0, index: 0 } } = planned[edge] ?? {};
    const [source, target] = [boxes[from], boxes[to]];
    if (source === undefined || target === undefined) return [];
    const start = { x: source.x + source.width, y: middle(from) };
    const finish = { x: target.x, y: middle(to) };
    if (path.length === 0) {
      const [out, back] = turns;
      const outX = out === undefined ? start.x : slotX(out);
      const backX = back === undefined ? finish.x : slotX(back);
      const band = bands[channel.band];
      const y = (band?.y ?? 0) + (band?.height ?? 0) - 10 - slot * channel.index;
      return [
        start,
        { x: outX, y: start.y },
        { x: outX, y },
        { x: backX, y },
        { x: backX, y: finish.y },
        finish,
      ];
    }
    const points = [start];
    for (const [step, turn] of turns.entries()) {
      if (turn === undefined) continue;
      const x = slotX(turn);
      points.push({ x, y: middle(path[step] ?? from) }, { x, y: middle(path[step + 1] ?? to) });
    }
    return [...points, finish];
  });
  return { boxes, routes, bands, width: right + gapWidth(plan.layers) };
}
