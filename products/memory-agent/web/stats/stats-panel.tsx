import AutoAwesomeMotionOutlined from '@mui/icons-material/AutoAwesomeMotionOutlined';
import { Box, Button, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ErrorNotice, RelativeTime, useCall, useText } from '#platform/web';
import { memoryStats } from '../../contract/index.ts';
import { browsePath } from '../paths.ts';
import { memoryTexts } from '../texts.ts';
import { ConsolidationProgress } from './consolidation-progress.tsx';
import { LevelCounts } from './level-counts.tsx';
import { useConsolidate } from './use-consolidate.ts';
import { useMemoryNews } from './use-memory-news.ts';

/** The state of the memory beside the chat: levels, what waits, and the button that condenses it. */
export function StatsPanel(): ReactNode {
  const t = useText(memoryTexts);
  const { data: stats, error, refetch } = useCall(memoryStats, {});
  const consolidation = useConsolidate();
  useMemoryNews();
  return (
    <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
      <Typography variant="h3" component="h2">
        {t('stats.title')}
      </Typography>
      <ErrorNotice error={stats === undefined ? error : null} onRetry={refetch} />
      {stats === undefined ? (
        error === null ? (
          <Skeleton variant="rounded" height={150} />
        ) : null
      ) : (
        <>
          <LevelCounts stats={stats} />
          <Box sx={{ display: 'grid', gap: 0.25, typography: 'caption', color: 'text.secondary' }}>
            <span>
              {stats.last_consolidation === undefined ? (
                t('stats.never')
              ) : (
                <>
                  {t('stats.last')} <RelativeTime value={stats.last_consolidation} />
                </>
              )}
            </span>
            <span>
              {stats.pending_count > 0
                ? t('stats.pending', { count: stats.pending_count })
                : t('stats.settled')}
            </span>
            {stats.forgotten_count > 0 ? (
              <span>{t('stats.forgotten', { count: stats.forgotten_count })}</span>
            ) : null}
          </Box>
        </>
      )}
      {consolidation.running ? <ConsolidationProgress /> : null}
      <Box sx={{ display: 'grid', gap: 1 }}>
        <Button
          variant="outlined"
          color="inherit"
          startIcon={<AutoAwesomeMotionOutlined fontSize="small" />}
          disabled={consolidation.running}
          onClick={consolidation.start}
        >
          {t('stats.consolidate')}
        </Button>
        <Button component={Link} to={browsePath()} color="primary">
          {t('stats.browse')}
        </Button>
      </Box>
    </Box>
  );
}
