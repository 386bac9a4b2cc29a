import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { LocaleNumber, useText, visuallyHidden } from '#platform/web';
import { requirementsTexts } from '../texts.ts';

const colorOf = (score: number): string =>
  score >= 80 ? 'success.main' : score >= 50 ? 'warning.main' : 'error.main';

/** How good the wording is, 0 to 100: a number and a bar. */
export function Score({ score }: { readonly score: number }): ReactNode {
  const t = useText(requirementsTexts);
  return (
    <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, ml: 'auto' }}>
      <Box component="span" sx={visuallyHidden}>
        {t('list.score', { score: Math.round(score) })}
      </Box>
      <Box
        aria-hidden
        sx={{ width: 56, height: 6, borderRadius: '3px', bgcolor: 'action.selected', overflow: 'hidden' }}
      >
        <Box sx={{ width: `${score}%`, height: '100%', bgcolor: colorOf(score) }} />
      </Box>
      <Box component="span" aria-hidden sx={{ fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}>
        <LocaleNumber value={Math.round(score)} />
      </Box>
    </Box>
  );
}
