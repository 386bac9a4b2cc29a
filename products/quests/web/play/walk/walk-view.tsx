import { Box } from '@mui/material';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useText } from '#platform/web';
import type { PlayPoint, Session } from '../../../contract/index.ts';
import { type MapMarker, QuestMap } from '../../map/index.ts';
import { Corrections } from '../offline/corrections.tsx';
import type { PlayEngine } from '../offline/play-engine.ts';
import type { PlayState } from '../offline/play-state.ts';
import { PointPanel } from '../points/point-panel.tsx';
import { SearchPanel } from '../points/search-panel.tsx';
import { usePosition } from '../position/use-position.ts';
import { useWakeLock } from '../position/use-wake-lock.ts';
import { playTexts } from '../texts.ts';
import { ActionBar } from './action-bar.tsx';
import { currentPoint } from './current.rules.ts';
import { NetworkLine } from './network-line.tsx';
import { PlayHeader } from './play-header.tsx';
import { useCheckIn } from './use-check-in.ts';
import { useMoves } from './use-moves.ts';

const tones = {
  locked: 'muted',
  open: 'default',
  arrived: 'current',
  pending: 'current',
  done: 'done',
  skipped: 'muted',
} as const;

function useMarkers(points: readonly PlayPoint[], shownId: string | null): readonly MapMarker[] {
  const t = useText(playTexts);
  return useMemo(
    () =>
      points.flatMap((point): MapMarker[] => {
        const { id, place, title, position, status, radius } = point;
        if (place === null) return [];
        const label = title ?? t('walk.point', { now: position + 1 });
        const isShown = id === shownId;
        const tone = isShown && status === 'open' ? 'current' : tones[status];
        return [{ id, place, label, tone, text: String(position + 1), ...(isShown ? { radius } : {}) }];
      }),
    [points, shownId, t],
  );
}

interface WalkViewProps {
  readonly session: Session;
  readonly state: PlayState;
  readonly engine: PlayEngine;
  readonly onResults: () => void;
}

/** On the way: the map above, the current point below it, the next step at thumb's reach. */
export function WalkView({ session, state, engine, onResults }: WalkViewProps): ReactNode {
  const t = useText(playTexts);
  const isActive = session.state === 'active';
  const position = usePosition(isActive);
  useWakeLock(isActive);
  const moves = useMoves(engine);
  // What the player looks at stays until they go on, also when it has just been done.
  const [chosen, setChosen] = useState<string | null>(() => currentPoint(session)?.id ?? null);
  const fallback = currentPoint(session);
  const point = session.points.find(({ id }) => id === chosen) ?? fallback;
  const checkIn = useCheckIn({ session, point, position, moves, onFound: setChosen });
  const markers = useMarkers(session.points, point?.id ?? null);
  const start = point?.place ?? session.points.find(({ place }) => place !== null)?.place ?? undefined;
  const { clear } = moves;
  const select = useCallback(
    (id: string | null) => {
      clear();
      setChosen(id);
    },
    [clear],
  );
  const { fix } = position;
  const here = useMemo(
    () => (fix === null ? null : { lat: fix.lat, lng: fix.lng, accuracy: fix.accuracy }),
    [fix],
  );
  const isOnTheWay = point === null || point.status === 'open';
  const about = { session, moves, checkIn, position };
  return (
    <Box
      sx={{
        flex: 1,
        minHeight: 0,
        display: 'flex',
        flexDirection: { xs: 'column', md: 'row-reverse' },
      }}
    >
      <Box
        sx={{
          position: 'relative',
          display: 'flex',
          flexShrink: 0,
          flexBasis: { xs: isOnTheWay ? '38%' : '22%', md: 'auto' },
          flexGrow: { md: 1 },
          minHeight: { xs: 120, md: 0 },
          minWidth: 0,
          overflow: 'hidden',
          '& > *': { flex: 1, minWidth: 0 },
        }}
      >
        <QuestMap
          label={t('walk.map')}
          markers={markers}
          position={here}
          selected={point?.id}
          fit={false}
          zoom={15.5}
          {...(start === undefined ? {} : { center: start })}
          focus={point?.place ?? null}
          onSelect={select}
          sx={{ height: '100%', border: 0, borderRadius: 0 }}
        />
      </Box>
      <Box
        component="section"
        aria-label={t('walk.sheet')}
        sx={{
          display: 'flex',
          flexDirection: 'column',
          flex: { xs: 1, md: '0 0 440px' },
          minHeight: 0,
          minWidth: 0,
          bgcolor: 'background.paper',
          borderTop: { xs: 1, md: 0 },
          borderRight: { md: 1 },
          borderColor: { xs: 'divider', md: 'divider' },
        }}
      >
        <PlayHeader
          session={session}
          state={state}
          engine={engine}
          moves={moves}
          point={point}
          onSelect={select}
        />
        <Box
          sx={{
            flex: 1,
            minHeight: 0,
            overflowY: 'auto',
            px: 2,
            pb: 2,
            display: 'grid',
            gap: 2,
            alignContent: 'start',
          }}
        >
          <NetworkLine state={state} />
          <Corrections session={session} state={state} engine={engine} />
          {point === null ? (
            <SearchPanel {...about} />
          ) : (
            <PointPanel key={point.id} {...about} state={state} point={point} />
          )}
        </Box>
        <ActionBar
          {...about}
          state={state}
          point={point}
          onNext={() => (isActive ? select(null) : onResults())}
        />
      </Box>
    </Box>
  );
}
