import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import {
  ConfirmDialog,
  DataList,
  ErrorNotice,
  ListSkeleton,
  useApi,
  useCall,
  useInvalidate,
  useNotice,
  useSend,
  useText,
} from '#platform/web';
import { listSessions, revokeOtherSessions, revokeSession } from '../../contract/index.ts';
import { Section } from '../account/section.tsx';
import { useRefusals } from '../texts/refusals.ts';
import { accountTexts } from '../texts.ts';
import { SessionRow } from './session-row.tsx';

/** Devices the person is signed in on. */
export function SessionsSection(): ReactNode {
  const t = useText(accountTexts);
  const refusals = useRefusals();
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const [asking, setAsking] = useState(false);
  const { data, error, refetch } = useCall(listSessions, {});
  const end = useSend(revokeSession, {
    onSuccess: () => notice.success(t('sessions.ended')),
    onError: (problem) => notice.error(problem, refusals),
    invalidates: [listSessions],
  });
  const others = data?.items.filter(({ current }) => !current) ?? [];
  return (
    <Section title={t('sessions.title')} help={t('sessions.help')}>
      <ErrorNotice error={error} onRetry={() => refetch()} />
      {data === undefined && error === null ? <ListSkeleton rows={2} /> : null}
      {data === undefined ? null : (
        <DataList items={data.items} keyOf={({ id }) => id} label={t('sessions.title')} gap={0}>
          {(session) => (
            <SessionRow
              session={session}
              busy={end.isPending && end.variables.params.id === session.id}
              onEnd={() => end.mutate({ params: { id: session.id } })}
            />
          )}
        </DataList>
      )}
      {others.length === 0 ? null : (
        <Button color="error" onClick={() => setAsking(true)} sx={{ mt: 1, ml: -2 }}>
          {t('sessions.end_others')}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('sessions.end_others_title')}
        confirmLabel={t('sessions.end_others')}
        destructive
        refusals={refusals}
        onConfirm={async () => {
          const { revoked } = await api.call(revokeOtherSessions);
          notice.success(t('sessions.ended_others', { count: revoked }));
          await invalidate(listSessions);
        }}
      >
        {t('sessions.end_others_help')}
      </ConfirmDialog>
    </Section>
  );
}
