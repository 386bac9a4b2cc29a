import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { studioTexts } from '../texts.ts';

const steps = ['describe', 'route', 'test', 'review'] as const;

/** How a quest comes to players, in four steps. */
export function WayToPublication(): ReactNode {
  const t = useText(studioTexts);
  return (
    <Box
      component="ol"
      sx={{ listStyle: 'none', p: 0, m: 0, mt: 1, display: 'grid', gap: 1.5, textAlign: 'start' }}
    >
      {steps.map((step, index) => (
        <Box component="li" key={step} sx={{ display: 'flex', gap: 1.5 }}>
          <Box
            aria-hidden
            sx={{
              flexShrink: 0,
              display: 'grid',
              placeItems: 'center',
              width: 28,
              height: 28,
              borderRadius: '50%',
              bgcolor: 'action.selected',
              color: 'primary.main',
              fontWeight: 650,
            }}
          >
            {index + 1}
          </Box>
          <div>
            <Typography sx={{ fontWeight: 600, color: 'text.primary' }}>{t(`way.${step}`)}</Typography>
            <Typography variant="body2">{t(`way.${step}_help`)}</Typography>
          </div>
        </Box>
      ))}
    </Box>
  );
}
