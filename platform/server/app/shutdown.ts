import { withTimeout } from '../resilience/index.ts';
import type { Log } from '../telemetry/index.ts';

interface Step {
  readonly name: string;
  readonly close: () => Promise<void>;
  readonly timeoutMs: number;
}

/** What was opened, to be closed in reverse order. */
export interface ShutdownPlan {
  /** Adds a thing that was opened just now. */
  opened(name: string, close: () => Promise<void>, timeoutMs?: number): void;
  /** Closes everything, newest first, each with its time limit. A failure is logged and does not stop the rest. Runs once. */
  close(): Promise<void>;
}

const defaultTimeoutMs = 10_000;

export function createShutdownPlan(log: () => Log | undefined): ShutdownPlan {
  const steps: Step[] = [];
  let closing: Promise<void> | undefined;

  async function closeAll(): Promise<void> {
    for (const step of steps.reverse()) {
      try {
        await withTimeout(() => step.close(), step.timeoutMs);
      } catch (error) {
        log()?.error({ error, step: step.name }, 'A part did not close cleanly.');
      }
    }
  }

  return {
    opened: (name, close, timeoutMs = defaultTimeoutMs) => steps.push({ name, close, timeoutMs }),
    close() {
      closing ??= closeAll();
      return closing;
    },
  };
}
