import type { GraphModel } from './graph-model.rules.ts';

export interface LabelBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Adds the box to those taken unless it overlaps one of them; tells whether it did. */
export function takesFreePlace(taken: LabelBox[], box: LabelBox): boolean {
  const overlaps = taken.some(
    (other) =>
      box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top,
  );
  if (!overlaps) taken.push(box);
  return !overlaps;
}

/** A name that fits under a node. */
export function shortLabel(label: string): string {
  const line = label.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > 28 ? `${characters.slice(0, 27).join('').trimEnd()}…` : line;
}

const lowestLevelAt = (zoom: number): number => (zoom > 2.8 ? 0 : zoom > 1.1 ? 1 : zoom > 0.55 ? 2 : 3);

const orders = new WeakMap<GraphModel, readonly number[]>();

function weightiestFirst(model: GraphModel): readonly number[] {
  const known = orders.get(model);
  if (known !== undefined) return known;
  const weight = (index: number): number => {
    const node = model.nodes[index];
    return node === undefined ? 0 : Number(node.level[1]) * 1_000 + node.connections + node.importance;
  };
  const order = model.nodes
    .map((_node, index) => index)
    .toSorted((one, other) => weight(other) - weight(one));
  orders.set(model, order);
  return order;
}

/** Which nodes deserve a label: the one in focus and its neighbours, else those of the levels that this zoom shows. */
export function* labelOrder(model: GraphModel, focus: number | null, zoom: number): Generator<number> {
  if (focus !== null) {
    yield focus;
    for (const neighbour of model.neighbours[focus] ?? []) yield neighbour;
    return;
  }
  const lowest = lowestLevelAt(zoom);
  for (const index of weightiestFirst(model)) {
    const node = model.nodes[index];
    if (node === undefined || Number(node.level[1]) < lowest) return;
    yield index;
  }
}
