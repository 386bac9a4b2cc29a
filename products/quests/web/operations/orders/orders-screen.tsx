import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import { Button, Card } from '@mui/material';
import type { ReactNode } from 'react';
import {
  EmptyState,
  type ItemOf,
  Page,
  RelativeTime,
  useCursorList,
  useLocalized,
  useText,
} from '#platform/web';
import { listAllOrders } from '../../../contract/index.ts';
import { FilterBar } from '../pieces/filter-bar.tsx';
import { FilterSelect } from '../pieces/filter-select.tsx';
import { useMoney } from '../pieces/formats.ts';
import type { Column } from '../pieces/record.ts';
import { Quiet, Records } from '../pieces/records.tsx';
import { StateChip } from '../pieces/state-chip.tsx';
import { useFilters } from '../pieces/use-filters.ts';
import { operationsTexts } from '../texts.ts';
import { deliveryColors, orderColors } from './order-colors.ts';
import { OrderPanel } from './order-panel.tsx';
import { paidWithMoney } from './parcel.rules.ts';

type Row = ItemOf<typeof listAllOrders>;
const states = ['awaiting_payment', 'paid', 'cancelled', 'refunded'] as const;
const kinds = ['quest', 'merch'] as const;
const deliveries = ['preparing', 'sent', 'delivered', 'returned'] as const;

function useColumns(onlyOf: (userId: string) => void): readonly Column<Row>[] {
  const t = useText(operationsTexts);
  const money = useMoney();
  const localized = useLocalized();
  return [
    {
      key: 'content',
      label: t('orders.content'),
      cell: ({ lines }) => (
        <>
          {lines[0] === undefined ? t('none') : localized(lines[0].title)}
          {lines.length > 1 ? <Quiet>{`+ ${lines.length - 1}`}</Quiet> : null}
        </>
      ),
    },
    {
      key: 'buyer',
      label: t('orders.buyer'),
      cell: ({ buyer }) =>
        buyer === null ? (
          t('gone')
        ) : (
          <Button
            size="small"
            color="inherit"
            aria-label={`${buyer.name}: ${t('orders.all_of_buyer')}`}
            onClick={() => onlyOf(buyer.id)}
            sx={{ ml: -1.5, textAlign: 'left' }}
          >
            {buyer.name}
          </Button>
        ),
    },
    {
      key: 'total',
      label: t('orders.total'),
      numeric: true,
      cell: (order) => money(paidWithMoney(order), order.total.currency),
    },
    {
      key: 'state',
      label: t('state'),
      cell: ({ state }) => (
        <StateChip state={state} colors={orderColors} label={t(`orders.state_${state}`)} />
      ),
    },
    {
      key: 'delivery',
      label: t('orders.delivery'),
      cell: ({ kind, delivery_state: at }) =>
        kind === 'quest' || at === 'none' ? (
          t('none')
        ) : (
          <StateChip state={at} colors={deliveryColors} label={t(`orders.delivery_${at}`)} />
        ),
    },
    { key: 'created', label: t('orders.created'), cell: (row) => <RelativeTime value={row.created_at} /> },
  ];
}

/** Everybody's orders for the shop. */
export function OrdersScreen(): ReactNode {
  const t = useText(operationsTexts);
  const filters = useFilters();
  const state = filters.oneOf('state', states);
  const kind = filters.oneOf('kind', kinds);
  const delivery = filters.oneOf('delivery', deliveries);
  const user = filters.text('user');
  const columns = useColumns((userId) => filters.set('user', userId));
  const list = useCursorList(
    listAllOrders,
    { query: { state, kind, delivery_state: delivery, user_id: user } },
    { keepPrevious: true },
  );
  const open = list.items.find(({ id }) => id === filters.text('order'));
  const chips = user === undefined ? [] : [{ label: t('only_of'), onDelete: () => filters.set('user', '') }];
  return (
    <Page title={t('orders.title')} help={t('orders.help')}>
      <FilterBar chips={chips}>
        <FilterSelect
          label={t('state')}
          value={state}
          values={states}
          nameOf={(one) => t(`orders.state_${one}`)}
          onChange={(value) => filters.set('state', value)}
        />
        <FilterSelect
          label={t('orders.kind')}
          value={kind}
          values={kinds}
          nameOf={(one) => t(`orders.kind_${one}`)}
          onChange={(value) => filters.set('kind', value)}
        />
        <FilterSelect
          label={t('orders.delivery')}
          value={delivery}
          values={deliveries}
          nameOf={(one) => t(`orders.delivery_${one}`)}
          onChange={(value) => filters.set('delivery', value)}
        />
      </FilterBar>
      <Records
        list={list}
        keyOf={({ id }) => id}
        label={t('orders.label')}
        heading={{
          key: 'number',
          label: t('orders.number'),
          cell: ({ number }) => t('orders.number_of', { number }),
        }}
        columns={columns}
        actions={({ id, number }) => (
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            aria-label={`${t('open')}: ${t('orders.number_of', { number })}`}
            onClick={() => filters.set('order', id)}
          >
            {t('open')}
          </Button>
        )}
        empty={
          <Card>
            <EmptyState icon={ReceiptLongOutlined} title={t('orders.empty')} hint={t('orders.empty_hint')} />
          </Card>
        }
      />
      {open === undefined ? null : <OrderPanel order={open} onClose={() => filters.set('order', '')} />}
    </Page>
  );
}
