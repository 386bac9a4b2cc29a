import { Box, Button, LinearProgress } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { PlayPoint, Session } from '../../../contract/index.ts';
import type { PlayState } from '../offline/play-state.ts';
import type { PositionHandle } from '../position/use-position.ts';
import { taskFormId } from '../tasks/task-props.ts';
import { playTexts } from '../texts.ts';
import { isOver } from './current.rules.ts';
import { HereButton } from './here-button.tsx';
import type { CheckIn } from './use-check-in.ts';
import type { Moves } from './use-moves.ts';

interface ActionBarProps {
  readonly session: Session;
  readonly state: PlayState;
  readonly point: PlayPoint | null;
  readonly moves: Moves;
  readonly checkIn: CheckIn;
  readonly position: PositionHandle;
  readonly onNext: () => void;
}

function Primary({ session, point, moves, checkIn, position, onNext, state }: ActionBarProps): ReactNode {
  const t = useText(playTexts);
  const big = { fullWidth: true, size: 'large', variant: 'contained' } as const;
  const tall = { minHeight: 56, fontSize: '1.0625rem' };
  if (session.state !== 'active' || (point !== null && isOver(point))) {
    return (
      <Button {...big} sx={tall} onClick={onNext}>
        {t(session.state === 'active' ? 'walk.next' : 'walk.results')}
      </Button>
    );
  }
  if (point === null || point.status === 'open') {
    const secret = session.order_mode === 'secret';
    const accuracy = position.fix?.accuracy;
    const measuring =
      accuracy === undefined ? t('check.measuring') : t('check.measured', { metres: Math.ceil(accuracy) });
    const busy = checkIn.isMeasuring || moves.busy === 'check_in';
    return (
      <>
        <Button {...big} sx={tall} aria-disabled={busy} onClick={() => void checkIn.start()}>
          {busy ? measuring : t(secret ? 'check.search' : 'check.in')}
        </Button>
        {busy ? <LinearProgress sx={{ borderRadius: 1, mt: -0.5 }} aria-label={measuring} /> : null}
        {point === null ? null : <HereButton point={point} moves={moves} />}
      </>
    );
  }
  if (point.status === 'pending' || point.task?.kind === 'station') return null;
  const isPhoto = point.task?.kind === 'photo';
  return (
    <Button
      {...big}
      sx={tall}
      type="submit"
      form={taskFormId}
      loading={moves.busy === 'answer'}
      disabled={isPhoto && !state.reachable}
    >
      {t(isPhoto ? 'task.photo_send' : 'task.submit')}
    </Button>
  );
}

/** The next step, large and at the thumb. */
export function ActionBar(props: ActionBarProps): ReactNode {
  return (
    <Box
      sx={{
        px: 2,
        py: 1.5,
        display: 'grid',
        gap: 1,
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        '&:empty': { display: 'none' },
      }}
    >
      <Primary {...props} />
    </Box>
  );
}
