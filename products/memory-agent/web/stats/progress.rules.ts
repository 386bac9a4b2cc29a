export const phases = ['reading', 'l1', 'l2', 'l3'] as const;

export type Phase = (typeof phases)[number];

/** What the channel says during a consolidation. */
export interface ProgressMessage {
  readonly phase: Phase | 'finished' | 'failed';
  readonly done: number;
  readonly total: number;
}

export interface Progress extends ProgressMessage {
  readonly finished: readonly Phase[];
}

const before = (phase: ProgressMessage['phase']): readonly Phase[] => {
  if (phase === 'finished') return phases;
  return phase === 'failed' ? [] : phases.slice(0, phases.indexOf(phase));
};

/** Messages may be missed or come late: a phase that began means those before it are over; a run never goes back. */
export function advanceProgress(progress: Progress | null, message: ProgressMessage): Progress {
  const over = progress !== null && (progress.phase === 'finished' || progress.phase === 'failed');
  const finished = before(message.phase);
  if (progress === null || over || message.phase === 'reading') return { ...message, finished };
  if (message.phase === 'failed') return { ...message, finished: progress.finished };
  if (finished.length < progress.finished.length) return progress;
  if (message.phase === progress.phase && message.done < progress.done) return progress;
  return { ...message, finished };
}

/** How far the phase under way is, 0 to 1; null when that cannot be said. */
export function shareDone({ done, total }: ProgressMessage): number | null {
  return total > 0 ? Math.min(1, done / total) : null;
}
