import CheckCircleRounded from '@mui/icons-material/CheckCircleRounded';
import RadioButtonUncheckedRounded from '@mui/icons-material/RadioButtonUncheckedRounded';
import { Box, CircularProgress } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { type Progress, phases } from '../stats/progress.rules.ts';
import { memoryTexts } from '../texts.ts';

/** The phases of a consolidation: done, under way, to come. */
export function PhaseList({ progress }: { readonly progress: Progress | null }): ReactNode {
  const t = useText(memoryTexts);
  return (
    <Box
      component="ol"
      aria-label={t('care.phases')}
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}
    >
      {phases.map((phase) => {
        const done = progress?.finished.includes(phase) === true;
        const current = progress?.phase === phase;
        return (
          <Box
            component="li"
            key={phase}
            aria-current={current ? 'step' : undefined}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1,
              typography: 'body2',
              color: done || current ? 'text.primary' : 'text.secondary',
              fontWeight: current ? 600 : 400,
            }}
          >
            {done ? (
              <CheckCircleRounded color="success" sx={{ fontSize: 18 }} />
            ) : current ? (
              <CircularProgress aria-hidden size={16} thickness={5} sx={{ mx: '1px' }} />
            ) : (
              <RadioButtonUncheckedRounded sx={{ fontSize: 18, opacity: 0.5 }} />
            )}
            {t(`consolidation.phase.${phase}`)}
            {current && progress.total > 0 ? (
              <Box component="span" sx={{ ml: 'auto', fontVariantNumeric: 'tabular-nums', fontWeight: 400 }}>
                {t('consolidation.progress', { done: progress.done, total: progress.total })}
              </Box>
            ) : null}
          </Box>
        );
      })}
    </Box>
  );
}
