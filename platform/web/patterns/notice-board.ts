import { createStore, type StoreApi } from 'zustand/vanilla';

export type NoticeKind = 'success' | 'info' | 'warning' | 'error';

export interface Notice {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Short messages that pass: one is shown at a time, the rest wait. */
export interface NoticeBoard {
  readonly store: StoreApi<readonly Notice[]>;
  post(kind: NoticeKind, text: string, action?: Notice['action']): void;
  dismiss(id: number): void;
}

const longestQueue = 4;

export function createNoticeBoard(): NoticeBoard {
  const store = createStore<readonly Notice[]>(() => []);
  let last = 0;
  return {
    store,
    post(kind, text, action) {
      last += 1;
      const notice: Notice = { id: last, kind, text, ...(action === undefined ? {} : { action }) };
      const waiting = store.getState().filter((other) => other.text !== text);
      store.setState([...waiting, notice].slice(-longestQueue), true);
    },
    dismiss(id) {
      store.setState(
        store.getState().filter((notice) => notice.id !== id),
        true,
      );
    },
  };
}
