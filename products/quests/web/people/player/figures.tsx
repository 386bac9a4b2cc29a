import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { LocaleNumber, useText } from '#platform/web';
import type { Player } from '../../../contract/index.ts';
import { peopleTexts } from '../texts.ts';

/** What a player has done, in four numbers. */
export function Figures({ player }: { readonly player: Player }): ReactNode {
  const t = useText(peopleTexts);
  const figures = [
    { name: 'finished', value: player.finished_count },
    { name: 'score', value: player.score },
    { name: 'written', value: player.written_count },
    { name: 'friends', value: player.friend_count },
  ] as const;
  return (
    <Box
      component="dl"
      aria-label={t('player.figures')}
      sx={{
        m: 0,
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: { xs: 'repeat(2, 1fr)', sm: 'repeat(4, 1fr)' },
      }}
    >
      {figures.map(({ name, value }) => (
        <Card key={name} sx={{ px: 2, py: 1.5, display: 'flex', flexDirection: 'column-reverse' }}>
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
            {t(`player.${name}`)}
          </Typography>
          <Typography component="dd" variant="h2" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>
            <LocaleNumber value={value} />
          </Typography>
        </Card>
      ))}
    </Box>
  );
}
