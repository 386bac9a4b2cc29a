import type { ResourceLoad } from '../../../contract/index.ts';

export interface LoadTable {
  /** Beginnings of the spans, in order. */
  readonly spans: readonly string[];
  readonly rows: readonly {
    readonly load: ResourceLoad;
    readonly cells: ReadonlyMap<string, ResourceLoad['cells'][number]>;
  }[];
}

/** Rows of people over the same spans of time, without the empty ends. */
export function loadTable(loads: readonly ResourceLoad[]): LoadTable {
  const busy = loads
    .flatMap(({ cells }) => cells.filter(({ load_hours: hours }) => hours > 0))
    .map(({ from }) => from)
    .sort();
  const [first = '', last = ''] = [busy[0], busy.at(-1)];
  const spans = new Set(
    loads.flatMap(({ cells }) => cells.flatMap(({ from }) => (from >= first && from <= last ? [from] : []))),
  );
  return {
    spans: [...spans].sort(),
    rows: loads.map((load) => ({ load, cells: new Map(load.cells.map((cell) => [cell.from, cell])) })),
  };
}

/** How full a span is: 1 is all the time there is. */
export function fullness({
  load_hours: load,
  capacity_hours: capacity,
}: ResourceLoad['cells'][number]): number {
  if (load <= 0) return 0;
  return capacity > 0 ? load / capacity : 2;
}
