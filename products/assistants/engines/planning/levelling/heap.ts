/** A queue that gives back its items by rank, the least first. */
export interface Heap {
  push(item: number): void;
  pop(): number | undefined;
}

export function createHeap(before: (left: number, right: number) => boolean): Heap {
  const items: number[] = [];
  const swap = (a: number, b: number): void => {
    const kept = items[a] as number;
    items[a] = items[b] as number;
    items[b] = kept;
  };
  return {
    push(item) {
      items.push(item);
      let at = items.length - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!before(items[at] as number, items[parent] as number)) break;
        swap(at, parent);
        at = parent;
      }
    },
    pop() {
      const top = items[0];
      const last = items.pop();
      if (items.length === 0 || last === undefined) return top;
      items[0] = last;
      let at = 0;
      for (;;) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2]) {
          if (child < items.length && before(items[child] as number, items[least] as number)) least = child;
        }
        if (least === at) return top;
        swap(at, least);
        at = least;
      }
    },
  };
}
