import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { PlayPoint } from '../../../contract/index.ts';
import { playTexts } from '../texts.ts';

/** The points of a walk that is over, with what each brought. */
export function PassedPoints({ points }: { readonly points: readonly PlayPoint[] }): ReactNode {
  const t = useText(playTexts);
  return (
    <Box component="section">
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('finish.points')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {points.map(({ id, title, position, status, earned }) => (
          <Box
            component="li"
            key={id}
            sx={{
              display: 'flex',
              gap: 1.5,
              py: 1,
              borderBottom: 1,
              borderColor: 'divider',
              '&:last-child': { borderBottom: 0 },
            }}
          >
            <Typography sx={{ color: 'text.secondary', minWidth: 20, fontVariantNumeric: 'tabular-nums' }}>
              {position + 1}
            </Typography>
            <Box sx={{ mr: 'auto', minWidth: 0 }}>
              <Typography sx={{ overflowWrap: 'anywhere' }}>
                {title ?? t('list.locked_title', { now: position + 1 })}
              </Typography>
              <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                {t(`list.status.${status}`)}
              </Typography>
            </Box>
            <Typography sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
              {earned > 0 ? `+${earned}` : earned < 0 ? `−${-earned}` : '0'}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
