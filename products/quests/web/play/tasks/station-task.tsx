import { LinearProgress, Paper, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { playTexts } from '../texts.ts';

/** The code for whoever staffs the station, readable at arm's length; the answer comes by itself. */
export function StationTask({ code }: { readonly code: string | null }): ReactNode {
  const t = useText(playTexts);
  if (code === null) return <Typography>{t('task.station_offline')}</Typography>;
  return (
    <Paper variant="outlined" sx={{ p: 2, textAlign: 'center' }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('task.station')}
      </Typography>
      <Typography
        sx={{
          fontSize: 'clamp(2.5rem, 14vw, 4rem)',
          fontWeight: 700,
          letterSpacing: '0.12em',
          fontVariantNumeric: 'tabular-nums',
          lineHeight: 1.3,
        }}
      >
        {code}
      </Typography>
      <Stack role="status" sx={{ gap: 1, mt: 1 }}>
        <LinearProgress aria-hidden sx={{ borderRadius: 1 }} />
        <Typography variant="body2">{t('task.station_wait')}</Typography>
      </Stack>
    </Paper>
  );
}
