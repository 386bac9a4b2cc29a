import AddRounded from '@mui/icons-material/AddRounded';
import EditOutlined from '@mui/icons-material/EditOutlined';
import StorefrontOutlined from '@mui/icons-material/StorefrontOutlined';
import { Box, Button, Card, Chip, IconButton, Stack, Switch, Tooltip } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { FileImage } from '#capabilities/files/web';
import { EmptyState, Page, useCursorList, useLocalized, useNotice, useSend, useText } from '#platform/web';
import { listAllMerch, type Merch, updateMerch } from '../../../contract/index.ts';
import { useMoney } from '../pieces/formats.ts';
import type { Column } from '../pieces/record.ts';
import { Records } from '../pieces/records.tsx';
import { useRefusals } from '../refusals.ts';
import { operationsTexts } from '../texts.ts';
import { MerchDialog } from './merch-dialog.tsx';

const thumb = { width: 44, height: 44, objectFit: 'cover', borderRadius: '8px', flexShrink: 0 } as const;

function ArticleName({ merch }: { readonly merch: Merch }): ReactNode {
  const localized = useLocalized();
  return (
    <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
      {merch.picture === null ? (
        <Box
          aria-hidden
          sx={{
            ...thumb,
            display: 'grid',
            placeItems: 'center',
            bgcolor: 'action.selected',
            color: 'text.secondary',
          }}
        >
          <StorefrontOutlined fontSize="small" />
        </Box>
      ) : (
        <FileImage file={merch.picture} alt="" sizes="44px" sx={thumb} />
      )}
      <span>{localized(merch.title)}</span>
    </Stack>
  );
}

function useColumns(): readonly Column<Merch>[] {
  const t = useText(operationsTexts);
  const money = useMoney();
  const localized = useLocalized();
  const notice = useNotice();
  const refusals = useRefusals();
  const change = useSend(updateMerch, {
    invalidates: [listAllMerch],
    onError: (problem) => notice.error(problem, refusals),
  });
  return [
    {
      key: 'price',
      label: t('merch.price'),
      numeric: true,
      cell: ({ price }) => money(price.amount, price.currency),
    },
    {
      key: 'stock',
      label: t('merch.stock'),
      numeric: true,
      cell: ({ stock }) =>
        stock === 0 ? <Chip size="small" color="warning" label={t('merch.sold_out')} /> : stock,
    },
    {
      key: 'active',
      label: t('merch.on_sale'),
      cell: ({ id, active, title }) => (
        <Switch
          size="small"
          checked={active}
          onChange={(_, on) => change.mutate({ params: { id }, body: { active: on } })}
          slotProps={{ input: { 'aria-label': t('merch.on_sale_of', { name: localized(title) }) } }}
        />
      ),
    },
  ];
}

/** The shop's articles. */
export function MerchScreen(): ReactNode {
  const t = useText(operationsTexts);
  const localized = useLocalized();
  const [open, setOpen] = useState<{ readonly merch: Merch | null } | null>(null);
  const columns = useColumns();
  const list = useCursorList(listAllMerch, { query: {} });
  const add = (
    <Button variant="contained" startIcon={<AddRounded />} onClick={() => setOpen({ merch: null })}>
      {t('merch.add')}
    </Button>
  );
  return (
    <Page title={t('merch.title')} help={t('merch.help')} actions={add}>
      <Records
        list={list}
        keyOf={({ id }) => id}
        label={t('merch.label')}
        heading={{
          key: 'article',
          label: t('merch.article'),
          cell: (merch) => <ArticleName merch={merch} />,
        }}
        columns={columns}
        actions={(merch) => (
          <Tooltip title={t('edit')}>
            <IconButton
              aria-label={t('merch.edit', { name: localized(merch.title) })}
              onClick={() => setOpen({ merch })}
            >
              <EditOutlined fontSize="small" />
            </IconButton>
          </Tooltip>
        )}
        empty={
          <Card>
            <EmptyState icon={StorefrontOutlined} title={t('merch.empty')} hint={t('merch.empty_hint')} />
          </Card>
        }
      />
      {open === null ? null : <MerchDialog merch={open.merch} onClose={() => setOpen(null)} />}
    </Page>
  );
}
