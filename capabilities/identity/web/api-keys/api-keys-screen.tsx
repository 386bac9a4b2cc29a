import AddRounded from '@mui/icons-material/AddRounded';
import KeyOutlined from '@mui/icons-material/KeyOutlined';
import { Button, Card } from '@mui/material';
import { type ReactNode, useState } from 'react';
import {
  ConfirmDialog,
  DataList,
  EmptyState,
  ErrorNotice,
  ListSkeleton,
  useApi,
  useCall,
  useInvalidate,
  useNotice,
  useText,
} from '#platform/web';
import { type ApiKey, listApiKeys, revokeApiKey } from '../../contract/index.ts';
import { AccountPage } from '../account/account-page.tsx';
import { useRefusals } from '../texts/refusals.ts';
import { accountTexts } from '../texts.ts';
import { ApiKeyRow } from './api-key-row.tsx';
import { NewKeyDialog } from './new-key-dialog.tsx';

/** Keys for programs that act in the person's name. */
export function ApiKeysScreen(): ReactNode {
  const t = useText(accountTexts);
  const refusals = useRefusals();
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const [making, setMaking] = useState(false);
  const [leaving, setLeaving] = useState<ApiKey | null>(null);
  const { data, error, refetch } = useCall(listApiKeys, {});
  const create = (
    <Button variant="contained" startIcon={<AddRounded />} onClick={() => setMaking(true)}>
      {t('keys.create')}
    </Button>
  );
  const empty = data !== undefined && data.items.length === 0;
  return (
    <AccountPage part="keys" actions={empty ? undefined : create}>
      <ErrorNotice error={error} onRetry={() => refetch()} />
      {data === undefined && error === null ? <ListSkeleton rows={3} height={104} /> : null}
      {empty ? (
        <Card>
          <EmptyState
            icon={KeyOutlined}
            title={t('keys.empty')}
            hint={t('keys.empty_hint')}
            action={create}
          />
        </Card>
      ) : null}
      {data === undefined ? null : (
        <DataList items={data.items} keyOf={({ id }) => id} label={t('keys.label')}>
          {(apiKey) => <ApiKeyRow apiKey={apiKey} onRevoke={() => setLeaving(apiKey)} />}
        </DataList>
      )}
      <NewKeyDialog open={making} onClose={() => setMaking(false)} />
      <ConfirmDialog
        open={leaving !== null}
        onClose={() => setLeaving(null)}
        title={t('keys.revoke_title', { name: leaving?.name ?? '' })}
        confirmLabel={t('keys.revoke')}
        destructive
        refusals={refusals}
        onConfirm={async () => {
          if (leaving === null) return;
          await api.call(revokeApiKey, { params: { id: leaving.id } });
          notice.success(t('keys.revoked'));
          await invalidate(listApiKeys);
        }}
      >
        {t('keys.revoke_help')}
      </ConfirmDialog>
    </AccountPage>
  );
}
