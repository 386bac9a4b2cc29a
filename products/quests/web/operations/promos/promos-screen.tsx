import AddRounded from '@mui/icons-material/AddRounded';
import EditOutlined from '@mui/icons-material/EditOutlined';
import LocalOfferOutlined from '@mui/icons-material/LocalOfferOutlined';
import { Button, Card, IconButton, Tooltip } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { EmptyState, Page, useCursorList, useText } from '#platform/web';
import { listPromos, type Promo } from '../../../contract/index.ts';
import { Records } from '../pieces/records.tsx';
import { operationsTexts } from '../texts.ts';
import { LimitsDialog } from './limits-dialog.tsx';
import { NewPromoDialog } from './new-promo-dialog.tsx';
import { usePromoColumns } from './promo-columns.tsx';

/** Promo codes with what they cost so far. */
export function PromosScreen(): ReactNode {
  const t = useText(operationsTexts);
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<Promo | null>(null);
  const columns = usePromoColumns();
  const list = useCursorList(listPromos, { query: {} });
  const add = (
    <Button variant="contained" startIcon={<AddRounded />} onClick={() => setAdding(true)}>
      {t('promos.add')}
    </Button>
  );
  return (
    <Page title={t('promos.title')} help={t('promos.help')} actions={add} width="full">
      <Records
        list={list}
        keyOf={({ id }) => id}
        label={t('promos.label')}
        heading={{
          key: 'code',
          label: t('promos.code'),
          cell: ({ code }) => <code style={{ whiteSpace: 'nowrap' }}>{code}</code>,
        }}
        columns={columns}
        actions={(promo) => (
          <Tooltip title={t('edit')}>
            <IconButton aria-label={t('promos.edit', { code: promo.code })} onClick={() => setEditing(promo)}>
              <EditOutlined fontSize="small" />
            </IconButton>
          </Tooltip>
        )}
        empty={
          <Card>
            <EmptyState icon={LocalOfferOutlined} title={t('promos.empty')} hint={t('promos.empty_hint')} />
          </Card>
        }
      />
      {adding ? <NewPromoDialog onClose={() => setAdding(false)} /> : null}
      {editing === null ? null : <LimitsDialog promo={editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}
