import { carryOver, type GraphModel, type Positions, radiusOf } from './graph-model.rules.ts';
import type { LayoutAnswer, LayoutRequest } from './layout-messages.ts';

export interface LayoutClient {
  /** Arranges a model; nodes known from before stay about where they were. */
  arrange(model: GraphModel, reducedMotion: boolean): void;
  positions(): Positions;
  hold(index: number, x: number, y: number): void;
  release(index: number): void;
  close(): void;
}

/** Lays the graph out in a worker, so that the page stays at the reader's disposal. */
export function createLayoutClient(onMove: (resting: boolean) => void): LayoutClient {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  const tell = (request: LayoutRequest): void => worker.postMessage(request);
  let model: GraphModel | null = null;
  let positions: Positions = new Float32Array(0);
  let generation = 0;

  const remembered = (): ReadonlyMap<string, readonly [number, number]> =>
    new Map(
      (model?.nodes ?? []).flatMap(({ id }, index) => {
        const x = positions[index * 2];
        const y = positions[index * 2 + 1];
        const placed = x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y);
        return placed ? [[id, [x, y] as const] as const] : [];
      }),
    );

  worker.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
    if (data.generation !== generation) return;
    positions = data.positions;
    onMove(data.resting);
  });

  return {
    arrange(next, reducedMotion) {
      const before = remembered();
      positions = carryOver(next, before);
      model = next;
      generation += 1;
      tell({
        kind: 'graph',
        generation,
        positions,
        ends: next.ends,
        radii: Float32Array.from(next.nodes, radiusOf),
        heat: before.size === 0 ? 1 : 0.5,
        still: reducedMotion,
      });
    },
    positions: () => positions,
    hold: (index, x, y) => tell({ kind: 'hold', index, x, y }),
    release: (index) => tell({ kind: 'release', index }),
    close: () => worker.terminate(),
  };
}
