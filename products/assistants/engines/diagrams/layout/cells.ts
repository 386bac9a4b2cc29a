import { backEdges, layersOf } from './layers.ts';

/** Long edges get a place of their own in every column they cross, while there are not too many of them. */
const passLimit = 20_000;

export interface Cell {
  readonly layer: number;
  readonly band: number;
  row: number;
}

export interface CellPlan {
  /** Cells of the nodes, then those of passing edges. */
  readonly cells: readonly Cell[];
  /** For each edge the cells it goes through; empty for one that leads back. */
  readonly paths: readonly (readonly number[])[];
  readonly layers: number;
  /** Rows of each band. */
  readonly rows: readonly number[];
}

/** Puts nodes into columns (layers), bands (lanes) and rows, so that no two things share a cell. */
export function planCells(
  bandOf: readonly number[],
  bands: number,
  edges: readonly (readonly [number, number])[],
): CellPlan {
  const back = backEdges(bandOf.length, edges);
  const forward = edges.filter((_, index) => !back.has(index));
  const layers = layersOf(bandOf.length, forward);
  const cells: Cell[] = bandOf.map((band, node) => ({ layer: layers[node] ?? 0, band, row: 0 }));
  const before: number[][] = cells.map(() => []);
  const span = forward.reduce((sum, [from, to]) => sum + (layers[to] ?? 0) - (layers[from] ?? 0) - 1, 0);

  const paths = edges.map(([from, to], index) => {
    if (back.has(index)) return [];
    const path = [from];
    const [first, last] = [layers[from] ?? 0, layers[to] ?? 0];
    for (let layer = first + 1; layer < last && span <= passLimit; layer++) {
      before.push([path.at(-1) ?? from]);
      path.push(cells.length);
      cells.push({ layer, band: bandOf[to] ?? 0, row: 0 });
    }
    before[to]?.push(path.at(-1) ?? from);
    return [...path, to];
  });

  const rows = Array.from({ length: bands }, () => 1);
  const inLayer = Map.groupBy(cells.keys(), (index) => cells[index]?.layer ?? 0);
  for (const layer of [...inLayer.keys()].sort((left, right) => left - right)) {
    const wish = (index: number) => {
      const same = (before[index] ?? []).flatMap((other) =>
        cells[other]?.band === cells[index]?.band ? (cells[other]?.row ?? 0) : [],
      );
      return same.reduce(
        (least, row) => Math.min(least, row),
        same.length > 0 ? Number.POSITIVE_INFINITY : 0,
      );
    };
    const wishes = (inLayer.get(layer) ?? []).map((index) => ({ index, row: wish(index) }));
    const free = new Map<number, number>();
    for (const { index, row } of wishes.sort(
      (left, right) => left.row - right.row || left.index - right.index,
    )) {
      const cell = cells[index];
      if (cell === undefined) continue;
      const place = Math.max(row, free.get(cell.band) ?? 0);
      free.set(cell.band, place + 1);
      cell.row = place;
      rows[cell.band] = Math.max(rows[cell.band] ?? 1, place + 1);
    }
  }
  return { cells, paths, layers: Math.max(0, ...inLayer.keys()) + 1, rows };
}
