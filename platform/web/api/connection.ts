import { createStore, type StoreApi } from 'zustand/vanilla';

export interface ConnectionState {
  /** What the browser believes about its network. */
  readonly online: boolean;
  /** Whether the last request got an answer. */
  readonly reachable: boolean;
}

export interface ConnectionPorts {
  /** Asks the server whether it is there. */
  readonly probe: () => Promise<boolean>;
  readonly onBack: () => void;
  readonly window: Pick<Window, 'addEventListener' | 'navigator'>;
  readonly later: (work: () => void, milliseconds: number) => void;
}

export interface Connection {
  readonly store: StoreApi<ConnectionState>;
  readonly report: (reached: boolean) => void;
}

/** Watches whether the server can be reached; after a failure it asks again every few seconds until it can. */
export function createConnection({ probe, onBack, window, later }: ConnectionPorts): Connection {
  const store = createStore<ConnectionState>(() => ({ online: window.navigator.onLine, reachable: true }));
  let probing = false;

  const ask = async (wait: number): Promise<void> => {
    if (await probe().catch(() => false)) {
      probing = false;
      report(true);
      return;
    }
    later(() => void ask(Math.min(wait * 1.5, 15_000)), wait);
  };

  const report = (reached: boolean): void => {
    const before = store.getState().reachable;
    if (before !== reached) store.setState({ reachable: reached });
    if (reached && !before) onBack();
    if (!reached && !probing) {
      probing = true;
      later(() => void ask(3_000), 2_000);
    }
  };

  window.addEventListener('online', () => store.setState({ online: true }));
  window.addEventListener('offline', () => store.setState({ online: false }));
  return { store, report };
}
