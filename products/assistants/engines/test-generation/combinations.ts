const mostCombinations = 600;

/**
 * Ways to choose one of each list: all of them while they are few, else every element of every list beside the first of
 * the others and beside one neighbour, so that each value and each pair of neighbouring lists is met.
 */
export function combinations<Item>(lists: readonly (readonly Item[])[]): readonly (readonly Item[])[] {
  const count = lists.reduce((product, list) => product * Math.max(1, list.length), 1);
  if (count <= mostCombinations) {
    return lists.reduce<readonly (readonly Item[])[]>(
      (rows, list) => rows.flatMap((row) => list.map((item) => [...row, item])),
      [[]],
    );
  }
  const first = lists.flatMap((list) => list.slice(0, 1));
  const found: (readonly Item[])[] = [first];
  for (const [index, list] of lists.entries()) {
    const neighbour = (index + 1) % lists.length;
    for (const item of list)
      for (const beside of lists[neighbour] ?? [])
        found.push(first.map((usual, at) => (at === index ? item : at === neighbour ? beside : usual)));
  }
  return found.slice(0, mostCombinations);
}
