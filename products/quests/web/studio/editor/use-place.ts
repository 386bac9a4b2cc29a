import { useSearchParams } from 'react-router';

export const tabs = ['description', 'route', 'preview', 'check', 'statistics', 'stations'] as const;
export type EditorTab = (typeof tabs)[number];

interface EditorPlace {
  readonly tab: EditorTab;
  /** The point that is open, if it is one. */
  readonly pointId: string | null;
  go(tab: EditorTab, pointId?: string | null): void;
}

/** Where in the editor the author is; kept in the address, so that back and reload work. */
export function usePlace(): EditorPlace {
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((one) => one === search.get('tab')) ?? 'description';
  return {
    tab,
    pointId: search.get('point'),
    go: (next, pointId = null) => setSearch({ tab: next, ...(pointId === null ? {} : { point: pointId }) }),
  };
}
