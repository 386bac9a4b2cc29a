import type { Traceability } from '../../../contract/index.ts';
import type { Cell } from '../../pieces/csv.rules.ts';

export type Link = Traceability['links'][number];

/** Links by requirement and target. */
export type Matrix = ReadonlyMap<string, ReadonlyMap<string, Link>>;

export function matrixOf(links: readonly Link[]): Matrix {
  const rows = new Map<string, Map<string, Link>>();
  for (const link of links) {
    const row = rows.get(link.requirement) ?? new Map<string, Link>();
    row.set(link.target, link);
    rows.set(link.requirement, row);
  }
  return rows;
}

/** A page of things: those from `start` on, and whether there are others. */
export interface Window<Item> {
  readonly items: readonly Item[];
  readonly from: number;
  readonly to: number;
  readonly isAll: boolean;
}

export function windowOf<Item>(all: readonly Item[], start: number, size: number): Window<Item> {
  const from = Math.max(0, Math.min(start, all.length - 1));
  const items = all.slice(from, from + size);
  return { items, from: from + 1, to: from + items.length, isAll: items.length === all.length };
}

/** The whole matrix as rows of a table: 1 for a named link, its strength for one by words. */
export function rowsOfMatrix(
  requirements: readonly { readonly id: string }[],
  targets: readonly { readonly id: string }[],
  matrix: Matrix,
  corner: string,
): readonly (readonly Cell[])[] {
  return [
    [corner, ...targets.map(({ id }) => id)],
    ...requirements.map(({ id }) => [
      id,
      ...targets.map((target) => matrix.get(id)?.get(target.id)?.strength ?? null),
    ]),
  ];
}
