import { Box, Button, Skeleton, Stack } from '@mui/material';

import type { Key, ReactNode } from 'react';
import type { CursorListState } from '../api/use-cursor-list.ts';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useText } from '../i18n/use-text.ts';
import { ErrorNotice } from './error-notice.tsx';
import { visuallyHidden } from './visually-hidden.ts';

export interface DataListProps<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => Key;
  readonly children: (item: Item) => ReactNode;
  /** Names the list for screen readers. */
  readonly label: string;
  /** Space between entries, in units of 8 px; 0 draws lines between them instead. */
  readonly gap?: number;
}

/** A list with the semantics of one. */
export function DataList<Item>({ items, keyOf, children, label, gap = 1.5 }: DataListProps<Item>): ReactNode {
  return (
    <Box
      component="ul"
      aria-label={label}
      sx={[
        { listStyle: 'none', m: 0, p: 0, display: 'grid', gap, '& > li': { minWidth: 0 } },
        gap === 0 && { '& > li + li': { borderTop: 1, borderColor: 'divider' } },
      ]}
    >
      {items.map((item) => (
        <li key={keyOf(item)}>{children(item)}</li>
      ))}
    </Box>
  );
}

export interface ListSkeletonProps {
  readonly rows?: number | undefined;
  /** Of a bar, in px. */
  readonly height?: number | undefined;
}

/** Grey bars in the place of a list that is loading. */
export function ListSkeleton({ rows = 4, height = 64 }: ListSkeletonProps): ReactNode {
  const t = useText(platformTexts);
  return (
    <Stack spacing={1.5} role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, index) => `row-${index}`).map((row) => (
        <Skeleton key={row} variant="rounded" height={height} />
      ))}
    </Stack>
  );
}

export interface CursorListProps<Item> extends Omit<DataListProps<Item>, 'items'> {
  /** What `useCursorList` gave. */
  readonly list: CursorListState<Item>;
  /** Shown when there is nothing, usually an `EmptyState`. */
  readonly empty: ReactNode;
}

/** A list read page by page: skeleton, fault, emptiness and "show more" included. */
export function CursorList<Item>({ list, empty, ...rest }: CursorListProps<Item>): ReactNode {
  const t = useText(platformTexts);
  if (list.isPending && list.error === null) return <ListSkeleton />;
  if (list.error !== null && list.items.length === 0) {
    return <ErrorNotice error={list.error} onRetry={list.refetch} />;
  }
  if (list.items.length === 0) return empty;
  return (
    <Stack spacing={2}>
      <DataList items={list.items} {...rest} />
      <Box component="p" role="status" sx={visuallyHidden}>
        {t('loaded', { count: list.items.length })}
      </Box>
      <ErrorNotice error={list.error} onRetry={list.loadMore} />
      {list.hasMore && list.error === null ? (
        <Box sx={{ textAlign: 'center' }}>
          <Button variant="outlined" color="inherit" loading={list.isLoadingMore} onClick={list.loadMore}>
            {t('load_more')}
          </Button>
        </Box>
      ) : null}
    </Stack>
  );
}
