import type { Key, ReactNode } from 'react';
import type { CursorListState } from '#platform/web';

export interface Column<Item> {
  readonly key: string;
  readonly label: string;
  readonly cell: (item: Item) => ReactNode;
  /** Numbers stand on the right. */
  readonly numeric?: boolean;
}

export interface RecordsProps<Item> {
  readonly list: CursorListState<Item>;
  readonly keyOf: (item: Item) => Key;
  /** Names the list for screen readers. */
  readonly label: string;
  /** What the record is called: the first column, the heading of the card. */
  readonly heading: Column<Item>;
  readonly columns: readonly Column<Item>[];
  readonly actions?: (item: Item) => ReactNode;
  /** Shown when there is nothing. */
  readonly empty: ReactNode;
}

/** The same without what is read page by page. */
export type RecordViewProps<Item> = Omit<RecordsProps<Item>, 'list' | 'empty'> & {
  readonly items: readonly Item[];
};
