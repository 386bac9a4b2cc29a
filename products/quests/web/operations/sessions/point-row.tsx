import { Box, Button, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { PlayPoint } from '../../../contract/index.ts';
import { StateChip } from '../pieces/state-chip.tsx';
import { operationsTexts } from '../texts.ts';

const colors = {
  locked: 'default',
  open: 'info',
  arrived: 'primary',
  pending: 'warning',
  done: 'success',
  skipped: 'default',
} as const;

interface PointRowProps {
  readonly point: PlayPoint;
  /** Given where the point can be completed for the player. */
  readonly onComplete?: (() => void) | undefined;
}

/** How a player fares at a point. */
export function PointRow({ point, onComplete }: PointRowProps): ReactNode {
  const t = useText(operationsTexts);
  const { title, position, status, earned, score, wrong_answers: wrong } = point;
  const name = title ?? t('sessions.point', { number: position + 1 });
  return (
    <Stack direction="row" spacing={1.5} sx={{ py: 1.25, alignItems: 'center' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{`${position + 1}. ${name}`}</Typography>
        <Stack direction="row" useFlexGap sx={{ gap: 1, mt: 0.5, flexWrap: 'wrap', alignItems: 'center' }}>
          <StateChip state={status} colors={colors} label={t(`sessions.status_${status}`)} />
          {status === 'locked' ? null : (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('sessions.point_facts', { earned, score })}
              {wrong === 0 ? '' : ` · ${t('sessions.wrong', { count: wrong })}`}
            </Typography>
          )}
        </Stack>
      </Box>
      {onComplete === undefined ? null : (
        <Button
          size="small"
          variant="outlined"
          aria-label={t('sessions.complete_of', { title: name })}
          onClick={onComplete}
          sx={{ flexShrink: 0 }}
        >
          {t('sessions.complete')}
        </Button>
      )}
    </Stack>
  );
}
