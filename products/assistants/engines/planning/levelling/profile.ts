/** How much of one resource is taken over time, as steps: `levels[i]` holds from `times[i]` to `times[i + 1]`. */
export interface Profile {
  /** The earliest start from `from` on at which `units` are free for so long; always found. */
  earliestFit(from: number, finishOf: (start: number) => number, units: number, capacity: number): number;
  take(from: number, to: number, units: number): void;
}

const close = 1e-9;

export function createProfile(): Profile {
  const times: number[] = [Number.NEGATIVE_INFINITY];
  const levels: number[] = [0];

  /** The step that a moment lies in. */
  function stepAt(moment: number): number {
    let [low, high] = [0, times.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((times[middle] as number) <= moment) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function cut(moment: number): number {
    const at = stepAt(moment);
    if (times[at] === moment) return at;
    times.splice(at + 1, 0, moment);
    levels.splice(at + 1, 0, levels[at] as number);
    return at + 1;
  }

  return {
    earliestFit(from, finishOf, units, capacity) {
      const most = capacity - units + close;
      let start = from;
      let finish = finishOf(start);
      for (let at = stepAt(start); at < times.length && (times[at] as number) < finish; at += 1) {
        if ((levels[at] as number) <= most) continue;
        start = times[at + 1] ?? start;
        finish = finishOf(start);
      }
      return start;
    },
    take(from, to, units) {
      if (!(to > from)) return;
      const first = cut(from);
      const last = cut(to);
      for (let at = first; at < last; at += 1) levels[at] = (levels[at] as number) + units;
    },
  };
}
