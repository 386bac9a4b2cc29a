import { Box, LinearProgress, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { memoryTexts } from '../texts.ts';
import { useConsolidationStore } from './consolidation-store.ts';
import { shareDone } from './progress.rules.ts';

/** The phase under way as words and a bar; a bar alone while nothing is known yet. */
export function ConsolidationProgress(): ReactNode {
  const t = useText(memoryTexts);
  const progress = useConsolidationStore((state) => state.progress);
  const share = progress === null ? null : shareDone(progress);
  const label = progress === null ? t('consolidation.running') : t(`consolidation.phase.${progress.phase}`);
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Box sx={{ display: 'flex', gap: 1, typography: 'caption', color: 'text.secondary' }}>
        <span role="status">{label}</span>
        {progress === null || progress.total === 0 ? null : (
          <Typography
            variant="caption"
            component="span"
            sx={{ ml: 'auto', fontVariantNumeric: 'tabular-nums' }}
          >
            {t('consolidation.progress', { done: progress.done, total: progress.total })}
          </Typography>
        )}
      </Box>
      <LinearProgress
        aria-label={label}
        sx={{ borderRadius: 2, height: 6 }}
        {...(share === null
          ? { variant: 'indeterminate' as const }
          : { variant: 'determinate' as const, value: share * 100 })}
      />
    </Box>
  );
}
