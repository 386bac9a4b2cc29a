import CloudOffRounded from '@mui/icons-material/CloudOffRounded';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { PlayState } from '../offline/play-state.ts';
import { playTexts } from '../texts.ts';

/** Says that the network is away, and what waits for it. */
export function NetworkLine({ state }: { readonly state: PlayState }): ReactNode {
  const t = useText(playTexts);
  const { reachable, waiting, pack } = state;
  const isAway = !reachable || waiting > 0;
  return (
    <Box
      role="status"
      sx={{
        display: isAway ? 'flex' : 'none',
        gap: 1,
        alignItems: 'center',
        typography: 'body2',
        color: 'text.secondary',
      }}
    >
      {isAway ? (
        <>
          <CloudOffRounded fontSize="small" aria-hidden />
          <span>
            {reachable ? null : `${t(pack === null ? 'walk.network_bare' : 'walk.network')} `}
            {waiting > 0 ? `${t('walk.waiting', { count: waiting })}.` : null}
          </span>
        </>
      ) : null}
    </Box>
  );
}
