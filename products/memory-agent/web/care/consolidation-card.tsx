import AutoAwesomeMotionOutlined from '@mui/icons-material/AutoAwesomeMotionOutlined';
import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { ErrorNotice, LocaleNumber, RelativeTime, useCall, useText } from '#platform/web';
import { memoryStats } from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { ConsolidationProgress } from '../stats/consolidation-progress.tsx';
import { useConsolidationStore } from '../stats/consolidation-store.ts';
import { type Outcome, useConsolidate } from '../stats/use-consolidate.ts';
import { memoryTexts } from '../texts.ts';
import { CareCard } from './care-card.tsx';
import { PhaseList } from './phase-list.tsx';

function Counts({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const t = useText(memoryTexts);
  if (outcome.status !== 'completed') {
    return <Typography variant="body2">{t(`consolidation.${outcome.status}`)}</Typography>;
  }
  const counts = [
    [outcome.l0_to_l1, t('care.result_l1')],
    [outcome.l1_to_l2, t('care.result_l2')],
    [outcome.l2_to_l3, t('care.result_l3')],
  ] as const;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3 }} role="status">
      {counts.map(([count, name]) => (
        <Box key={name}>
          <Typography variant="h2" component="p">
            <LocaleNumber value={count ?? 0} />
          </Typography>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {name}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

/** Condensing on demand, phase by phase, and what came of it. */
export function ConsolidationCard(): ReactNode {
  const t = useText(memoryTexts);
  const refusals = useRefusals();
  const { data: stats, error, refetch } = useCall(memoryStats, {});
  const { running, outcome, error: fault, start } = useConsolidate();
  const progress = useConsolidationStore((state) => state.progress);
  return (
    <CareCard title={t('care.consolidation')} help={t('care.consolidation_help')}>
      <ErrorNotice error={stats === undefined ? error : null} onRetry={refetch} />
      {stats === undefined ? null : (
        <Typography variant="body2">
          {stats.pending_count > 0 ? t('stats.pending', { count: stats.pending_count }) : t('stats.settled')}
          {stats.last_consolidation === undefined ? null : (
            <>
              {' · '}
              {t('stats.last')} <RelativeTime value={stats.last_consolidation} />
            </>
          )}
        </Typography>
      )}
      {running ? (
        <>
          <PhaseList progress={progress} />
          <ConsolidationProgress />
        </>
      ) : outcome === null ? null : (
        <Counts outcome={outcome} />
      )}
      <ErrorNotice error={fault} onRetry={start} refusals={refusals} />
      <Box>
        <Button
          variant="contained"
          startIcon={<AutoAwesomeMotionOutlined fontSize="small" />}
          loading={running}
          loadingPosition="start"
          onClick={start}
        >
          {t('care.consolidate')}
        </Button>
      </Box>
    </CareCard>
  );
}
