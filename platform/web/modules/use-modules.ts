import { useMemo } from 'react';
import { useStore } from 'zustand';
import { usePlatform } from '../root/platform-context.ts';
import { entriesFor, type NavEntry } from './access.rules.ts';
import type { WebModule } from './screen.ts';

/** A module and those of its menu entries that this person may open. */
export interface OpenModule {
  readonly module: WebModule;
  readonly entries: readonly NavEntry[];
}

/** Modules in which the signed-in person may open anything, in the order they were listed. */
export function useModules(): readonly OpenModule[] {
  const { modules, session } = usePlatform();
  const state = useStore(session.store);
  return useMemo(() => {
    const entries = entriesFor(modules, state);
    return modules
      .map((module) => ({ module, entries: entries.filter((entry) => entry.module === module) }))
      .filter((open) => open.entries.length > 0);
  }, [modules, state]);
}
