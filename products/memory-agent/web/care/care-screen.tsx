import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { Page, useText } from '#platform/web';
import { useMemoryNews } from '../stats/use-memory-news.ts';
import { memoryTexts } from '../texts.ts';
import { ConsolidationCard } from './consolidation-card.tsx';
import { ForgottenCard } from './forgotten-card.tsx';
import { GarbageCard } from './garbage-card.tsx';
import { TransferCard } from './transfer-card.tsx';

/** What keeps a memory in shape: condensing, cleaning, bringing back, taking along. */
export function CareScreen(): ReactNode {
  const t = useText(memoryTexts);
  useMemoryNews();
  return (
    <Page title={t('care.title')} help={t('care.help')}>
      <Box
        sx={{
          display: 'grid',
          gap: 2.5,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <Box sx={{ display: 'grid', gap: 2.5, minWidth: 0 }}>
          <ConsolidationCard />
          <GarbageCard />
        </Box>
        <Box sx={{ display: 'grid', gap: 2.5, minWidth: 0 }}>
          <TransferCard />
          <ForgottenCard />
        </Box>
      </Box>
    </Page>
  );
}
