import type { ServerResponse } from 'node:http';

/** Abort signals of requests in flight. */
export interface LifeSignals {
  /** Aborts when the client leaves, and at shutdown: streams at once, others when their time is up. */
  signalFor(response: ServerResponse, streams: boolean): AbortSignal;
  abortStreams(): void;
  abortAll(): void;
}

export function createLifeSignals(): LifeSignals {
  const waiting = new Map<AbortController, boolean>();

  function abort(which: (streams: boolean) => boolean): void {
    for (const [controller, streams] of waiting) if (which(streams)) controller.abort();
  }

  return {
    signalFor(response, streams) {
      const controller = new AbortController();
      waiting.set(controller, streams);
      response.once('close', () => {
        waiting.delete(controller);
        if (!response.writableEnded) controller.abort();
      });
      return controller.signal;
    },
    abortStreams: () => abort((streams) => streams),
    abortAll: () => abort(() => true),
  };
}
