/** The list with one entry elsewhere; the same list when the entry cannot go there. */
export function moved<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_one, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** The list with one entry replaced. */
export function replaced<Item>(list: readonly Item[], at: number, item: Item): Item[] {
  return list.map((one, index) => (index === at ? item : one));
}

/** The list without one entry. */
export function without<Item>(list: readonly Item[], at: number): Item[] {
  return list.filter((_one, index) => index !== at);
}
