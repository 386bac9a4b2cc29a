import { Alert, Stack } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { DataList, ErrorNotice, ListSkeleton, useCall, useText } from '#platform/web';
import { checkReadiness } from '../../../contract/index.ts';
import { useDesk, useDeskState } from '../draft/desk-context.ts';
import { heldBack } from '../draft/work.rules.ts';
import { usePlace } from '../editor/use-place.ts';
import { studioTexts } from '../texts.ts';
import { DemandRow } from './demand-row.tsx';
import { demandStates, unknownFaults } from './faults.rules.ts';

function HeldBackNotice(): ReactNode {
  const t = useText(studioTexts);
  const { work } = useDeskState();
  const { go } = usePlace();
  const { fields, pointIds } = heldBack(work);
  if (fields.length === 0 && pointIds.length === 0) return null;
  const points = work.points.flatMap(({ id, title }, at) =>
    pointIds.includes(id)
      ? [{ key: id, label: t('check.to_point', { number: at + 1, title }), go: () => go('route', id) }]
      : [],
  );
  const description = { key: 'description', label: t('check.to_description'), go: () => go('description') };
  return (
    <DemandRow
      isMet={false}
      text={t('check.held_back')}
      places={[...(fields.length === 0 ? [] : [description]), ...points]}
    />
  );
}

/** What is still to do before the quest can be submitted, with the way there. */
export function CheckTab(): ReactNode {
  const t = useText(studioTexts);
  const desk = useDesk();
  const { base, work } = useDeskState();
  const { go } = usePlace();
  const { data, error, refetch } = useCall(
    checkReadiness,
    { params: { id: base.id } },
    { staleTime: 0, keepPrevious: true },
  );
  useEffect(() => {
    void desk.flush();
    return desk.store.subscribe((now, before) => {
      if (now.base !== before.base) void refetch();
    });
  }, [desk, refetch]);
  if (data === undefined)
    return error === null ? (
      <ListSkeleton rows={6} height={40} />
    ) : (
      <ErrorNotice error={error} onRetry={refetch} />
    );
  const nameOf = (id: string): string => {
    const at = work.points.findIndex((point) => point.id === id);
    return t('check.to_point', { number: at + 1, title: work.points[at]?.title ?? '' });
  };
  const held = heldBack(work);
  const isReady = data.ready && held.fields.length + held.pointIds.length === 0;
  return (
    <Stack spacing={2} sx={{ maxWidth: 720 }}>
      <Alert severity={isReady ? 'success' : 'info'} variant="outlined">
        {t(base.state === 'in_review' ? 'notice.in_review' : isReady ? 'check.ready' : 'check.not_ready')}
      </Alert>
      <HeldBackNotice />
      <DataList
        items={demandStates(data.faults)}
        keyOf={({ demand }) => demand}
        label={t('check.demands')}
        gap={0}
      >
        {({ demand, tab, isMet, pointIds }) => (
          <DemandRow
            isMet={isMet}
            text={t(`check.${demand}`)}
            places={
              pointIds.length === 0
                ? [
                    {
                      key: tab,
                      label: t(tab === 'route' ? 'check.to_route' : 'check.to_description'),
                      go: () => go(tab),
                    },
                  ]
                : pointIds.map((id) => ({ key: id, label: nameOf(id), go: () => go('route', id) }))
            }
          />
        )}
      </DataList>
      {unknownFaults(data.faults).map(({ code }) => (
        <Alert key={code} severity="warning" variant="outlined">
          {t('check.unknown', { code })}
        </Alert>
      ))}
    </Stack>
  );
}
