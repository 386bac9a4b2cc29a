export interface ProgressReport {
  readonly progress: number;
  readonly total?: number;
}

const everyMs = 1_000;

/**
 * Tells how far a call is: what the tool says, or else the seconds it has taken, so that a client sees it alive. The
 * number only grows, as the protocol asks.
 */
export function createProgress(send: (report: ProgressReport) => void): {
  readonly told: (done: number, total: number) => void;
  readonly end: () => void;
} {
  let [last, isTold] = [0, false];
  const timer = setInterval(() => {
    if (isTold) return;
    last += 1;
    send({ progress: last });
  }, everyMs);
  timer.unref();
  return {
    told(done, total) {
      // The first word of the tool may be smaller than the seconds counted so far.
      if (!isTold && last > 0) return;
      isTold = true;
      if (done <= last) return;
      last = done;
      send({ progress: done, total });
    },
    end: () => clearInterval(timer),
  };
}
