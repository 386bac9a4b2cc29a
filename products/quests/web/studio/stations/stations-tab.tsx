import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import { Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { DataList, EmptyState, ErrorNotice, ListSkeleton, useCall, useText } from '#platform/web';
import { listStationRequests } from '../../../contract/index.ts';
import { useDeskState } from '../draft/desk-context.ts';
import { studioTexts } from '../texts.ts';
import { CodeForm } from './code-form.tsx';
import { WaitingTeam } from './waiting-team.tsx';

const everyFewSeconds = 4_000;

/** Who waits at the staffed stations; asked again every few seconds. */
export function StationsTab(): ReactNode {
  const t = useText(studioTexts);
  const { base, work } = useDeskState();
  const { data, error, refetch } = useCall(
    listStationRequests,
    { params: { id: base.id } },
    { staleTime: 0, refetchInterval: everyFewSeconds },
  );
  const hasStations = work.points.some(({ task }) => task.kind === 'station');
  if (data === undefined)
    return error === null ? (
      <ListSkeleton rows={3} height={72} />
    ) : (
      <ErrorNotice error={error} onRetry={refetch} />
    );
  const { items } = data;
  if (items.length === 0 && !hasStations)
    return <EmptyState icon={GroupsOutlined} title={t('stations.none')} hint={t('stations.none_help')} />;
  return (
    <Stack spacing={2.5} sx={{ maxWidth: 720 }}>
      <ErrorNotice error={error} onRetry={refetch} />
      <Typography sx={{ color: 'text.secondary' }}>{t('stations.help')}</Typography>
      <CodeForm requests={items} />
      {items.length === 0 ? (
        <EmptyState icon={GroupsOutlined} title={t('stations.empty')} hint={t('stations.empty_help')} />
      ) : (
        <DataList
          items={items}
          keyOf={({ session_id, point_id }) => `${session_id} ${point_id}`}
          label={t('stations.waiting')}
        >
          {(request) => <WaitingTeam request={request} />}
        </DataList>
      )}
    </Stack>
  );
}
