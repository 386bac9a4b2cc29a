/** Gives each id a short generated name (`n1`, `n2`, …) by its place; an unknown id gets none. */
export function identifiers(
  items: readonly { readonly id: string }[],
  prefix: string,
): (id: string) => string {
  const names = new Map(items.map((item, index) => [item.id, `${prefix}${index + 1}`]));
  return (id) => names.get(id) ?? `${prefix}0`;
}
