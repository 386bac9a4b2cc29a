interface Placed {
  readonly id: string;
  readonly position: number;
}

/** The positions to change so that the entry at `index` moves by one step; none at an end of the list. */
export function movedPositions(entries: readonly Placed[], index: number, step: -1 | 1): readonly Placed[] {
  const moved = entries[index];
  const other = entries[index + step];
  if (moved === undefined || other === undefined) return [];
  const order = entries.map((entry, at) => (at === index ? other : at === index + step ? moved : entry));
  return order.flatMap(({ id, position }, at) => (position === at ? [] : [{ id, position: at }]));
}
