import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { CursorList, useCursorList, useText } from '#platform/web';
import { searchMemory } from '../../contract/index.ts';
import { MemoryRow } from '../browse/memory-row.tsx';
import { useNodeChanges } from '../node/use-node-changes.ts';
import { browsePath } from '../paths.ts';
import { memoryTexts } from '../texts.ts';
import { CareCard } from './care-card.tsx';

/** What was forgotten and can still come back. */
export function ForgottenCard(): ReactNode {
  const t = useText(memoryTexts);
  const changes = useNodeChanges();
  const list = useCursorList(searchMemory, { query: { limit: 10, deleted: true } }, { keepPrevious: true });
  return (
    <CareCard title={t('care.forgotten')} help={t('care.forgotten_help')}>
      <CursorList
        list={list}
        gap={0}
        label={t('care.forgotten')}
        keyOf={({ id }) => id}
        empty={
          <Typography variant="body2">
            {t('care.forgotten_none')}. {t('care.forgotten_none_hint')}
          </Typography>
        }
      >
        {(node) => (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.5 }}>
            <Box sx={{ flex: 1, minWidth: 0, ml: -2 }}>
              <MemoryRow node={node} to={browsePath(node.id)} />
            </Box>
            <Button
              size="small"
              variant="outlined"
              color="inherit"
              aria-label={t('care.restore_named', { label: node.label })}
              disabled={changes.isRestoring}
              onClick={() => changes.restore(node.id)}
            >
              {t('care.restore')}
            </Button>
          </Box>
        )}
      </CursorList>
    </CareCard>
  );
}
