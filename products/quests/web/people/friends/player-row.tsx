import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { PlayerChip } from '../../pieces/index.ts';
import { RelationActions, type RelationActionsProps } from '../relations/relation-actions.tsx';

export interface PlayerRowProps extends Pick<RelationActionsProps, 'relation' | 'requestId'> {
  readonly player: Parameters<typeof PlayerChip>[0]['player'];
  readonly note?: ReactNode;
}

/** A player in a list, with what can be done about them. */
export function PlayerRow({ player, note, ...about }: PlayerRowProps): ReactNode {
  return (
    <Stack
      direction={{ xs: 'column', sm: 'row' }}
      sx={{ py: 1.25, gap: 1, alignItems: { xs: 'stretch', sm: 'center' }, justifyContent: 'space-between' }}
    >
      <Box sx={{ minWidth: 0 }}>
        <PlayerChip player={player} size={40} />
        {note === undefined ? null : (
          <Typography variant="body2" sx={{ color: 'text.secondary', pl: 6, mt: -0.5 }}>
            {note}
          </Typography>
        )}
      </Box>
      <Box sx={{ flexShrink: 0, pl: { xs: 6, sm: 0 } }}>
        <RelationActions player={player} {...about} compact />
      </Box>
    </Stack>
  );
}
