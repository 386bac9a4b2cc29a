import { lazy, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { usePlatform } from '../root/platform-context.ts';
import { Late } from './late.tsx';

const NoticeSnackbar = lazy(async () => ({
  default: (await import('./notice-snackbar.tsx')).NoticeSnackbar,
}));

/** Shows what `useNotice` posts. */
export function NoticeArea(): ReactNode {
  const { notices } = usePlatform();
  const current = useStore(notices.store).at(0);
  return (
    <Late wanted={current !== undefined}>
      <NoticeSnackbar open={current !== undefined} current={current} dismiss={notices.dismiss} />
    </Late>
  );
}
