import CheckCircleRounded from '@mui/icons-material/CheckCircleRounded';
import RedoRounded from '@mui/icons-material/RedoRounded';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { PlayPoint, Session } from '../../../contract/index.ts';
import type { PlayState } from '../offline/play-state.ts';
import type { PositionHandle } from '../position/use-position.ts';
import { WayLine } from '../position/way-line.tsx';
import { TaskForm } from '../tasks/task-form.tsx';
import { playTexts } from '../texts.ts';
import { CheckInReport } from '../walk/check-in-fault.tsx';
import { isOver } from '../walk/current.rules.ts';
import type { CheckIn } from '../walk/use-check-in.ts';
import type { Moves } from '../walk/use-moves.ts';
import { Blocks } from './blocks.tsx';
import { Hints } from './hints.tsx';
import { SkipButton } from './skip-button.tsx';

interface PointPanelProps {
  readonly session: Session;
  readonly state: PlayState;
  readonly point: PlayPoint;
  readonly moves: Moves;
  readonly checkIn: CheckIn;
  readonly position: PositionHandle;
}

function Heading({ session, point }: { readonly session: Session; readonly point: PlayPoint }): ReactNode {
  const t = useText(playTexts);
  const now = point.position + 1;
  const title = point.title ?? t('walk.point', { now });
  return (
    <Box>
      <Typography variant="overline" sx={{ color: 'text.secondary' }}>
        {t('walk.point_of', { now, all: session.points.length })}
      </Typography>
      <Typography variant="h2" component="h1" sx={{ overflowWrap: 'anywhere' }}>
        {title}
      </Typography>
    </Box>
  );
}

function Over({ point }: { readonly point: PlayPoint }): ReactNode {
  const t = useText(playTexts);
  const done = point.status === 'done';
  const Icon = done ? CheckCircleRounded : RedoRounded;
  return (
    <Box
      role="status"
      sx={{ display: 'flex', gap: 1, alignItems: 'center', color: done ? 'success.main' : 'text.secondary' }}
    >
      <Icon />
      <Typography sx={{ fontWeight: 640 }}>
        {t(done ? 'walk.done' : 'walk.skipped')}
        {' · '}
        {point.earned > 0 ? '+' : point.earned < 0 ? '−' : ''}
        {t('walk.earned', { count: Math.abs(point.earned) })}
      </Typography>
    </Box>
  );
}

/** A point as far as the player has come: the way there, the story and the task, the last words. */
export function PointPanel(props: PointPanelProps): ReactNode {
  const { session, state, point, moves, checkIn, position } = props;
  const t = useText(playTexts);
  const over = isOver(point);
  const secret = session.order_mode === 'secret';
  const help = <Hints point={point} moves={moves} />;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Heading session={session} point={point} />
      {point.status === 'locked' ? (
        <Typography sx={{ color: 'text.secondary' }}>{t('refusal.point_locked')}</Typography>
      ) : null}
      {point.status === 'open' ? (
        <>
          <WayLine point={point} position={position} />
          <CheckInReport fault={checkIn.fault?.why ?? null} secret={secret} />
          {point.place === null ? (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('walk.hidden_place')}
            </Typography>
          ) : null}
          <Blocks blocks={point.before} />
        </>
      ) : null}
      {over ? (
        <>
          <Over point={point} />
          <Blocks blocks={point.after} />
        </>
      ) : (
        <Blocks blocks={point.story} />
      )}
      {point.status === 'arrived' || point.status === 'pending' ? (
        <TaskForm point={point} state={state} moves={moves} />
      ) : null}
      {over || point.status === 'locked' ? null : (
        <>
          {help}
          <SkipButton point={point} moves={moves} />
        </>
      )}
    </Box>
  );
}
