import { useMemo } from 'react';
import { useLocation } from 'react-router';
import { useStore } from 'zustand';
import { entriesFor, type NavEntry } from '../modules/access.rules.ts';
import type { ScreenNav } from '../modules/screen.ts';
import { usePlatform } from '../root/platform-context.ts';

/** Menu entries of a section that this person may open. */
export function useEntries(section: NonNullable<ScreenNav['section']>): readonly NavEntry[] {
  const { modules, session } = usePlatform();
  const state = useStore(session.store);
  return useMemo(
    () => entriesFor(modules, state).filter(({ screen }) => (screen.nav.section ?? 'module') === section),
    [modules, state, section],
  );
}

const covers = (path: string, current: string): boolean =>
  path === '/' ? current === '/' : current === path || current.startsWith(`${path}/`);

/** The path of the entry that the current address belongs to: the longest that covers it. */
export function useActivePath(entries: readonly NavEntry[]): string | undefined {
  const { pathname } = useLocation();
  return entries
    .map(({ screen }) => screen.path)
    .filter((path) => covers(path, pathname))
    .toSorted((one, other) => other.length - one.length)
    .at(0);
}
