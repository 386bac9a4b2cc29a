import { Box, Button, Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { RelativeTime, useText } from '#platform/web';
import { PlayerChip } from '../../pieces/index.ts';
import { studioTexts } from '../texts.ts';
import { type StationRequest, teamName, useConfirm } from './use-confirm.ts';

/** A team that waits: its code to compare with their screen, and the word that they did it. */
export function WaitingTeam({ request }: { readonly request: StationRequest }): ReactNode {
  const t = useText(studioTexts);
  const { confirm, isPending } = useConfirm();
  const { players, point_title, since, station_code } = request;
  return (
    <Card sx={{ p: 2 }}>
      <Stack
        direction={{ xs: 'column', sm: 'row' }}
        spacing={2}
        sx={{ justifyContent: 'space-between', alignItems: { xs: 'stretch', sm: 'center' } }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', columnGap: 1.5 }}>
            {players.map((player) => (
              <PlayerChip key={player.id} player={player} />
            ))}
          </Stack>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {point_title} · <RelativeTime value={since} />
          </Typography>
        </Box>
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center', flexShrink: 0 }}>
          <Box
            aria-label={t('stations.code_of', { code: [...station_code].join(' ') })}
            role="img"
            sx={{ fontFamily: 'monospace', fontSize: '1.375rem', fontWeight: 650, letterSpacing: '0.12em' }}
          >
            {station_code}
          </Box>
          <Button
            variant="contained"
            loading={isPending}
            aria-label={t('stations.confirm_team', { team: teamName(request) })}
            onClick={() => confirm(request)}
          >
            {t('stations.confirm')}
          </Button>
        </Stack>
      </Stack>
    </Card>
  );
}
