/** The `limit` best slots, best first; slots scoring 0 or less are not results. Ties go to the later slot. */
export function topSlots(scores: Float64Array, limit: number): number[] {
  const heap: number[] = [];
  const worse = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference < 0 || (difference === 0 && a < b);
  };
  if (limit <= 0) return heap;
  for (let slot = 0; slot < scores.length; slot += 1) {
    if (!((scores[slot] ?? 0) > 0)) continue;
    if (heap.length < limit) {
      heap.push(slot);
      siftUp(heap, worse);
    } else if (worse(heap[0] ?? 0, slot)) {
      heap[0] = slot;
      siftDown(heap, worse);
    }
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1));
}

type Worse = (a: number, b: number) => boolean;

function swap(heap: number[], a: number, b: number): void {
  const kept = heap[a] ?? 0;
  heap[a] = heap[b] ?? 0;
  heap[b] = kept;
}

function siftUp(heap: number[], worse: Worse): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!worse(heap[at] ?? 0, heap[parent] ?? 0)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function siftDown(heap: number[], worse: Worse): void {
  let at = 0;
  for (;;) {
    const left = at * 2 + 1;
    const right = left + 1;
    let worst = at;
    if (left < heap.length && worse(heap[left] ?? 0, heap[worst] ?? 0)) worst = left;
    if (right < heap.length && worse(heap[right] ?? 0, heap[worst] ?? 0)) worst = right;
    if (worst === at) return;
    swap(heap, at, worst);
    at = worst;
  }
}
