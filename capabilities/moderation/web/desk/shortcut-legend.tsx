import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { moderationTexts } from '../texts.ts';

const keys = [
  ['N', 'next'],
  ['T', 'claim'],
  ['A', 'approve'],
  ['R', 'reject'],
] as const;

/** Which keys do what. Approve and reject choose; the decision itself is a button. */
export function ShortcutLegend(): ReactNode {
  const t = useText(moderationTexts);
  return (
    <Stack
      direction="row"
      useFlexGap
      spacing={1.5}
      sx={{ display: { xs: 'none', md: 'flex' }, flexWrap: 'wrap', mb: 2, color: 'text.secondary' }}
    >
      <Typography variant="caption">{t('shortcuts')}:</Typography>
      {keys.map(([key, name]) => (
        <Typography key={key} variant="caption">
          <Box component="kbd" sx={{ border: 1, borderColor: 'divider', borderRadius: 0.5, px: 0.75 }}>
            {key}
          </Box>{' '}
          {t(name)}
        </Typography>
      ))}
    </Stack>
  );
}
