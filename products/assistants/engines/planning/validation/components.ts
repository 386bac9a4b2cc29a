/**
 * Groups of nodes that reach one another (Tarjan's strongly connected components, without recursion). `before` lists the
 * neighbours of each node. Linear in nodes and neighbours.
 */
export function components(before: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const order = new Int32Array(before.length).fill(-1);
  const low = new Int32Array(before.length);
  const next = new Int32Array(before.length);
  const waiting: number[] = [];
  const isWaiting = new Uint8Array(before.length);
  const found: number[][] = [];
  let count = 0;
  const enter = (node: number, path: number[]): void => {
    order[node] = count;
    low[node] = count;
    count += 1;
    waiting.push(node);
    isWaiting[node] = 1;
    path.push(node);
  };
  for (let root = 0; root < before.length; root += 1) {
    if (order[root] !== -1) continue;
    const path: number[] = [];
    enter(root, path);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const to = before[node]?.[next[node] as number];
      next[node] = (next[node] as number) + 1;
      if (to !== undefined) {
        if (order[to] === -1) enter(to, path);
        else if (isWaiting[to] === 1) low[node] = Math.min(low[node] as number, order[to] as number);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[node] as number);
      if (low[node] === order[node]) {
        const group = waiting.splice(waiting.lastIndexOf(node));
        for (const each of group) isWaiting[each] = 0;
        found.push(group);
      }
    }
  }
  return found;
}
