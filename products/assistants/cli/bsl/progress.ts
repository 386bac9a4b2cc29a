const everyMs = 100;

/** A line on a terminal that tells how far a long run is; elsewhere nothing is drawn. */
export interface Progress {
  step(bytes: number): void;
  end(): void;
}

/** `write` gets text for standard error; `now` is a clock in milliseconds. */
export function createProgress(
  total: number,
  isTerminal: boolean,
  write: (text: string) => void,
  now: () => number,
): Progress {
  const startedAt = now();
  let [done, size, drawnAt] = [0, 0, Number.NEGATIVE_INFINITY];
  function draw(): void {
    const seconds = Math.max(0.001, (now() - startedAt) / 1_000);
    const megabytes = size / 1_000_000;
    const share = total === 0 ? 1 : done / total;
    const bar = '█'.repeat(Math.round(share * 20)).padEnd(20, '░');
    write(
      `\r${bar} ${done}/${total}  ${megabytes.toFixed(1)} MB  ${(megabytes / seconds).toFixed(1)} MB/s\u001b[K`,
    );
  }
  return {
    step(bytes) {
      done += 1;
      size += bytes;
      if (!isTerminal || now() - drawnAt < everyMs) return;
      drawnAt = now();
      draw();
    },
    end() {
      if (isTerminal) write('\r\u001b[K');
    },
  };
}
