import { Button, Divider, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { DataList, ErrorNotice, ListSkeleton, useCall, useText } from '#platform/web';
import { getSession, type Session } from '../../../contract/index.ts';
import { type Fact, Facts } from '../pieces/facts.tsx';
import { useInstant } from '../pieces/formats.ts';
import { SidePanel } from '../pieces/side-panel.tsx';
import { StateChip } from '../pieces/state-chip.tsx';
import { useRefusals } from '../refusals.ts';
import { operationsTexts } from '../texts.ts';
import { PointRow } from './point-row.tsx';
import { RepairDialog } from './repair-dialog.tsx';
import { openPoints } from './repair-form.rules.ts';
import { sessionColors } from './session-colors.ts';

function useFacts(session: Session): readonly Fact[] {
  const t = useText(operationsTexts);
  const instant = useInstant();
  const { state, players, score, penalties, ranked, started_at: started, finished_at: finished } = session;
  return [
    {
      key: 'state',
      name: t('state'),
      value: <StateChip state={state} colors={sessionColors} label={t(`sessions.state_${state}`)} />,
    },
    { key: 'players', name: t('sessions.players'), value: players.map(({ name }) => name).join(', ') },
    { key: 'score', name: t('sessions.score'), value: score },
    { key: 'penalties', name: t('sessions.penalties'), value: penalties },
    { key: 'hints', name: t('sessions.hints'), value: session.hints_taken },
    {
      key: 'ranked',
      name: t('sessions.ranked'),
      value: t(ranked ? 'sessions.ranked_yes' : 'sessions.ranked_no'),
    },
    { key: 'started', name: t('sessions.started'), value: instant(started) },
    ...(finished === null
      ? []
      : [{ key: 'finished', name: t('sessions.finished'), value: instant(finished) }]),
  ];
}

interface DetailProps {
  readonly session: Session;
  readonly onComplete: (pointId: string) => void;
}

function Detail({ session, onComplete }: DetailProps): ReactNode {
  const t = useText(operationsTexts);
  const facts = useFacts(session);
  const open = new Set(session.state === 'active' ? openPoints(session.points).map(({ id }) => id) : []);
  return (
    <Stack spacing={2}>
      <Typography variant="h3">{session.title}</Typography>
      <Facts facts={facts} />
      <Divider />
      <Typography variant="h3">{t('sessions.points')}</Typography>
      <DataList items={session.points} keyOf={({ id }) => id} label={t('sessions.points')} gap={0}>
        {(point) => (
          <PointRow point={point} onComplete={open.has(point.id) ? () => onComplete(point.id) : undefined} />
        )}
      </DataList>
    </Stack>
  );
}

interface SessionPanelProps {
  readonly sessionId: string;
  readonly onClose: () => void;
}

/** One walk with its points, and the way to help. */
export function SessionPanel({ sessionId, onClose }: SessionPanelProps): ReactNode {
  const t = useText(operationsTexts);
  const refusals = useRefusals();
  const { data, error, refetch } = useCall(getSession, { params: { id: sessionId } });
  const [repair, setRepair] = useState<{ readonly pointId?: string } | null>(null);
  const help =
    data === undefined ? undefined : (
      <Button variant="contained" onClick={() => setRepair({})}>
        {t('sessions.repair')}
      </Button>
    );
  return (
    <SidePanel open title={t('sessions.panel')} onClose={onClose} actions={help}>
      <ErrorNotice error={error} onRetry={refetch} refusals={refusals} />
      {data === undefined ? (
        error === null && <ListSkeleton />
      ) : (
        <Detail session={data} onComplete={(pointId) => setRepair({ pointId })} />
      )}
      {data === undefined || repair === null ? null : (
        <RepairDialog session={data} pointId={repair.pointId} onClose={() => setRepair(null)} />
      )}
    </SidePanel>
  );
}
