import { Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { PlayPoint } from '../../../contract/index.ts';
import { playTexts } from '../texts.ts';
import { clockText } from './clock.rules.ts';
import type { Moves } from './use-moves.ts';
import { useNow } from './use-now.ts';

interface HereButtonProps {
  readonly point: PlayPoint;
  readonly moves: Moves;
}

/** After a check-in that did not pass: the way on for those whose phone does not know better, once some minutes have gone. */
export function HereButton({ point, moves }: HereButtonProps): ReactNode {
  const t = useText(playTexts);
  const at = point.here_at === null ? null : Date.parse(point.here_at);
  const now = useNow(at !== null);
  if (at === null) return null;
  const left = Math.ceil((at - now) / 1_000);
  if (left > 0) {
    return (
      <Typography
        variant="body2"
        sx={{ color: 'text.secondary', textAlign: 'center', fontVariantNumeric: 'tabular-nums' }}
      >
        {t('check.here_in', { time: clockText(left) })}
      </Typography>
    );
  }
  return (
    <>
      <Button
        fullWidth
        variant="outlined"
        color="inherit"
        loading={moves.busy === 'here'}
        onClick={() => void moves.make({ kind: 'here', point_id: point.id })}
      >
        {t('check.here')}
      </Button>
      <Typography variant="caption" sx={{ color: 'text.secondary', textAlign: 'center' }}>
        {t('check.here_help')}
      </Typography>
    </>
  );
}
