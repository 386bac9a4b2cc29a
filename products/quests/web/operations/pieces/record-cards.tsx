import { Box, Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { DataList } from '#platform/web';
import { Facts } from './facts.tsx';
import type { RecordViewProps } from './record.ts';

/** Records as cards, one under the other. */
export function RecordCards<Item>(props: RecordViewProps<Item>): ReactNode {
  const { items, keyOf, label, heading, columns, actions } = props;
  return (
    <DataList items={items} keyOf={keyOf} label={label}>
      {(item) => (
        <Card sx={{ px: 2, py: 1.75 }}>
          <Typography component="div" sx={{ fontWeight: 600, mb: 1, overflowWrap: 'anywhere' }}>
            {heading.cell(item)}
          </Typography>
          <Facts facts={columns.map(({ key, label: name, cell }) => ({ key, name, value: cell(item) }))} />
          {actions === undefined ? null : (
            <Stack
              direction="row"
              useFlexGap
              sx={{ gap: 1, mt: 1.5, flexWrap: 'wrap', alignItems: 'center' }}
            >
              <Box sx={{ display: 'contents' }}>{actions(item)}</Box>
            </Stack>
          )}
        </Card>
      )}
    </DataList>
  );
}
