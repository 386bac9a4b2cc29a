import { Box, Button, Stack, Typography, useMediaQuery, useTheme } from '@mui/material';
import type { ReactNode } from 'react';
import { ErrorNotice, ListSkeleton, useText } from '#platform/web';
import { operationsTexts } from '../texts.ts';
import type { RecordsProps } from './record.ts';
import { RecordCards } from './record-cards.tsx';
import { RecordTable } from './record-table.tsx';

/** Records read page by page: a table where there is room for one, cards on a phone. */
export function Records<Item>({ list, empty, ...shown }: RecordsProps<Item>): ReactNode {
  const t = useText(operationsTexts);
  const wide = useMediaQuery(useTheme().breakpoints.up('md'));
  if (list.isPending && list.error === null) return <ListSkeleton />;
  if (list.error !== null && list.items.length === 0)
    return <ErrorNotice error={list.error} onRetry={list.refetch} />;
  if (list.items.length === 0) return empty;
  const View = wide ? RecordTable : RecordCards;
  return (
    <Stack spacing={2}>
      <View items={list.items} {...shown} />
      <ErrorNotice error={list.error} onRetry={list.loadMore} />
      {list.hasMore && list.error === null ? (
        <Box sx={{ textAlign: 'center' }}>
          <Button variant="outlined" color="inherit" loading={list.isLoadingMore} onClick={list.loadMore}>
            {t('more')}
          </Button>
        </Box>
      ) : null}
    </Stack>
  );
}

/** A second, quieter line in a cell. */
export function Quiet({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Typography component="span" variant="body2" sx={{ display: 'block', color: 'text.secondary' }}>
      {children}
    </Typography>
  );
}
