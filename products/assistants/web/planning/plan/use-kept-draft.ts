import { useEffect, useRef } from 'react';
import { type Draft, keepDraft } from './draft-store.ts';

/** Keeps a draft in the tab while it is written, and at the latest when the page is left. */
export function useKeptDraft(ownerId: string, id: string, draft: Draft | null): { forget(): void } {
  const latest = useRef(draft);
  latest.current = draft;
  const forgotten = useRef(false);

  useEffect(() => {
    const timer = setTimeout(() => {
      if (!forgotten.current) keepDraft(ownerId, id, draft);
    }, 300);
    return () => clearTimeout(timer);
  }, [ownerId, id, draft]);

  useEffect(() => {
    const flush = (): void => {
      if (!forgotten.current) keepDraft(ownerId, id, latest.current);
    };
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [ownerId, id]);

  return {
    forget: () => {
      forgotten.current = true;
      keepDraft(ownerId, id, null);
    },
  };
}
